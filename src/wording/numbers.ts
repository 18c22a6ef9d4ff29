const dollarFigure = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  maximumFractionDigits: 0,
});

/** "$1,200". */
export const dollars = (amount: number): string => dollarFigure.format(amount);

/** "1,204", of a whole number. By hand, because `Intl` takes as long for one figure as a page has time for twenty. */
export function figure(number: number): string {
  return number < 1000 ? String(number) : String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** "1 therapist", "1,204 therapists". */
export const counted = (number: number, one: string, many = `${one}s`): string =>
  `${figure(number)} ${number === 1 ? one : many}`;
