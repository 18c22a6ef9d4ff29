import { coordinationMoments, coordinationWays } from '../../domain/reference/coordination.js';
import type { SheetContact } from '../../domain/sheet.js';
import { listed } from '../../wording/lists.js';

/** "Therapist and prescriber reach each other by phone or by fax: before the first dose, and the same day when …". */
export function contactLine({ ways, moments }: SheetContact): string {
  const how = listed(
    ways.map((way) => coordinationWays[way].inLine),
    'or',
  );
  const when = listed(moments.map((moment) => coordinationMoments[moment].inLine));
  return `Therapist and prescriber reach each other ${how}${when === '' ? '' : `: ${when}`}.`;
}
