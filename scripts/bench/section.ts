/** What a run of the bench was asked for. */
export interface BenchOptions {
  /** Small sizes and few rounds: a look, not a measurement. */
  quick: boolean;
  say: (line: string) => void;
}

/** One part of the bench: it says what it finds in a readable form and answers it as plain data for the JSON file. */
export interface BenchSection {
  name: string;
  run(options: BenchOptions): Promise<object>;
}
