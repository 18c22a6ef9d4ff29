// Removes the build folder, so that a deleted source leaves no compiled copy behind.
import { rmSync } from 'node:fs';

rmSync(new URL('../dist', import.meta.url), { recursive: true, force: true });
