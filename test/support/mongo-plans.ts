/** Whether a plan, in the form that MongoDB explains it in, reads a whole collection. Plans that were not chosen do not count. */
export function scans(plan: unknown): boolean {
  if (typeof plan !== 'object' || plan === null) return false;
  if ('stage' in plan && plan.stage === 'COLLSCAN') return true;
  return Object.entries(plan).some(([key, part]) => key !== 'rejectedPlans' && scans(part));
}
