import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { enginesSection } from './engines.js';
import { sections } from './sections.js';

/*
 * `npm run bench [-- --json FILE] [--quick] [--engines] [SECTION…]`: measures the README's promises on this machine. Names of
 * sections (search, web, api) select sections. `--engines` measures only the engine pairs, on the servers in MONGODB_URI and
 * MEILI_HOST.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string' },
    quick: { type: 'boolean', default: false },
    engines: { type: 'boolean', default: false },
  },
});

const machine = {
  node: process.version,
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: availableParallelism(),
  load: loadavg()[0],
};
console.log(
  `Node ${machine.node}, ${machine.cores} cores (${machine.cpu}), load ${machine.load?.toFixed(2)}`,
);

const results: Record<string, object> = { machine };
const wanted = sections.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
if (wanted.length < new Set(positionals).size)
  throw new Error(`Unknown section: choose from ${sections.map(({ name }) => name).join(', ')}.`);
for (const section of values.engines ? [enginesSection] : wanted)
  results[section.name] = await section.run({ quick: values.quick, say: (line) => console.log(line) });

if (values.json !== undefined) {
  writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
  console.log(`Written to ${values.json}`);
}
