import { readParameters } from '../parameter.js';
import { type AnyResource, ASK_EACH_TIME, resource } from '../resource.js';
import { type AccuracyBody, accuracyAnswer } from '../schemas/accuracy.js';

/** How true the directory is, as its page says it. */
export function accuracyResource(accuracy: () => Promise<AccuracyBody>): AnyResource {
  return resource({
    path: '/accuracy',
    id: 'getAccuracy',
    title: 'Accuracy',
    description:
      'How true the directory is: what calls to a monthly random sample found, how fresh the listings are, how fast reports are resolved.',
    parameters: {},
    answer: accuracyAnswer,
    notFound: false,
    cacheControl: ASK_EACH_TIME,
    madeAnew: true,
    example: () => ({ path: '/accuracy' }),
    input: ({ search }) => readParameters(search, {}),
    handle: async () => JSON.stringify(await accuracy()),
  });
}
