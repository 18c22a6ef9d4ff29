import type { Therapist } from '../therapist.js';
import type { Command, CommandOf, Context } from './command.js';
import type { Transition } from './transition.js';

/** What each command does when the table allows it. Throws Unmet when a rule about stored facts forbids it. */
export type Steps<A extends Command['action']> = {
  readonly [K in A]: (therapist: Therapist, command: CommandOf<K>, context: Context) => Transition;
};
