import { grown } from './doc-id-list.js';

/** Short runs of numbers in one array, each named by where it begins. */
export interface Arena {
  /** The numbers; replaced by a larger array as it grows, so read it again each time. */
  readonly data: () => Int32Array;
  /** Stores a run and returns where it begins. */
  put(run: ArrayLike<number>): number;
  /** Frees the room of a run, for another run of its size. */
  free(start: number): void;
  /** How many numbers the run has that begins at `start + 1`. */
  length(start: number): number;
}

/** Rooms are made in steps of this many numbers, so that runs of about the same length share them. */
const STEP = 8;

/** Each run is led by one number, its length. */
export function createArena(): Arena {
  let data = new Int32Array(1024);
  let used = 0;
  const free = new Map<number, number[]>();
  const roomFor = (length: number) => Math.ceil((length + 1) / STEP) * STEP;
  return {
    data: () => data,
    put(run) {
      const room = roomFor(run.length);
      let start = free.get(room)?.pop();
      if (start === undefined) {
        start = used;
        used += room;
        if (used > data.length) data = grown(data, used) as Int32Array<ArrayBuffer>;
      }
      data[start] = run.length;
      data.set(run, start + 1);
      return start;
    },
    free(start) {
      const room = roomFor(data[start]!);
      const rooms = free.get(room);
      if (rooms) rooms.push(start);
      else free.set(room, [start]);
    },
    length: (start) => data[start]!,
  };
}
