/** The options of a bench run. */
export interface BenchOptions {
  /** Small sizes and few rounds: a check, not a measurement. */
  quick: boolean;
  say: (line: string) => void;
}

/** One part of the bench: prints its results and returns them as plain data for the JSON file. */
export interface BenchSection {
  name: string;
  run(options: BenchOptions): Promise<object>;
}
