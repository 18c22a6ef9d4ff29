import { setTimeout as sleep } from 'node:timers/promises';
import type { Program } from '../support/program.js';
import { decisionNames, decisions } from './decision-cases.js';
import type { Round } from './decision-round.js';
import { addressOf, type Step } from './decision-steps.js';
import { openWorld, type World, type WorldWish } from './decision-world.js';
import { faultsAfter, faultsOfSecondClick } from './examine-decision.js';
import type { Outcome } from './rounds.js';

/** How long a step may take to come: the embedded index polls twice a second, the search server sync once. */
const STEP_TIMEOUT_MS = 8000;

const AT_EACH_STEP = 2;

/**
 * In each round a reviewer decides over HTTP, and the program is killed at one step and started again. Then the
 * round checks the record, the mail and the search, and the reviewer sends the same form again.
 */
export async function* killWhileDeciding(
  location: Omit<WorldWish, 'therapists'>,
  steps: readonly Step[],
  random: () => number,
): AsyncGenerator<Outcome> {
  const rounds = roundsOf(steps, random);
  const therapists = rounds.map(({ id, name, decision }) => decisions[decision].therapist(id, name));
  const world = await openWorld({ ...location, therapists });
  let program = await world.start(rounds[0]!.step, rounds[0]!.id);
  try {
    for (const [index, round] of rounds.entries()) {
      const { reached, ...tried } = await decideAndDie(world, program, round, random() * 40);
      const next = rounds[index + 1] ?? { id: '', step: round.step };
      program = await world.start(next.step, next.id);
      const faults = [
        ...(reached ? [] : ['the program did not die at this step']),
        ...(await faultsAfter(world, round, tried)),
        ...(await faultsOfSecondClick(world, round, tried)),
      ];
      yield { what: `${round.decision}, killed ${round.step}`, faults };
    }
  } finally {
    program.child.kill('SIGKILL');
    await program.ended;
    await world.close();
  }
}

/** Rounds for every step, equally often. Chance selects the decisions, so that many runs cover all. */
function roundsOf(steps: readonly Step[], random: () => number): Round[] {
  const first = Math.floor(random() * decisionNames.length);
  return steps
    .flatMap((step) => Array<Step>(AT_EACH_STEP).fill(step))
    .map((step, number) => {
      const id = `decided${String(number).padStart(4, '0')}`;
      const decision = decisionNames[(first + number) % decisionNames.length]!;
      return { id, name: nameOf(number), decision, step };
    });
}

const SYLLABLES = ['ba', 'ce', 'di', 'fo', 'gu', 'la', 'me', 'ni', 'po', 'ru', 'sa', 'te', 'vi'];

/** A unique name. */
function nameOf(number: number): string {
  const ending = SYLLABLES[Math.floor(number / SYLLABLES.length)]! + SYLLABLES[number % SYLLABLES.length]!;
  return `Ines Kel${ending}`;
}

async function decideAndDie(world: World, program: Program, round: Round, ms: number) {
  const { step, id, decision } = round;
  const kill = () => void program.child.kill('SIGKILL');
  world.onAnswer = async (to, address) => {
    if (address !== addressOf(id) || step !== outerStepOf[to]) return;
    kill();
    await program.ended;
  };
  const form = await world.rita.get(`/review/${id}/decide/${decision}`);
  const fill = { ...decisions[decision].fill, _step: 'preview' };
  const preview = await world.rita.submit(form, { fill });
  if (step === 'at any moment') setTimeout(kill, ms);
  const sent = await world.rita.submit(preview, { fill: { _step: 'send' } }).catch(() => null);
  if (step === 'after the answer') kill();
  const code = await Promise.race([program.ended, sleep(STEP_TIMEOUT_MS, 'late' as const)]);
  kill();
  await program.ended;
  return { preview, answered: sent?.status === 303, reached: code === null };
}

const outerStepOf = {
  recipient: 'as the mail server takes the address',
  email: 'as the mail server takes the email',
} as const;
