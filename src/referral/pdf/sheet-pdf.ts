import type { Clock } from '../../domain/calendar.js';
import type { SheetShown } from '../pages/sheet.js';

export async function sheetPdf(
  _sheet: SheetShown,
  _tools: { clock: Clock; publicOrigin: string },
): Promise<Buffer> {
  return Buffer.from('');
}
