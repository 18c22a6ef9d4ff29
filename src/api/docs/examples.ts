import { API_ROOT } from '../links.js';
import type { AnyResource, Example, Sample } from '../resource.js';

export interface ExampleShown {
  curl: string;
  json: string;
  /** What was left out of it, or ''. */
  told: string;
}

/** Answers of the resources themselves, by the resource's id; a resource without an example has none. */
export function createExamples(resources: readonly AnyResource[], site: string) {
  return async (sample: Sample): Promise<ReadonlyMap<string, ExampleShown>> => {
    const shown = await Promise.all(
      resources.map(async (resource): Promise<[string, ExampleShown] | null> => {
        const example = resource.example(sample);
        return example && [resource.id, await ask(resource, example, site)];
      }),
    );
    return new Map(shown.filter((one) => one !== null));
  };
}

async function ask(
  resource: AnyResource,
  { path, params, shorten }: Example,
  site: string,
): Promise<ExampleShown> {
  const url = API_ROOT + path;
  const search = new URL(url, 'http://localhost').searchParams;
  const body = JSON.parse(await resource.run({ url, params: params ?? {}, search }));
  const short = shorten === undefined ? { body, told: '' } : shorten(body as never);
  return { curl: `curl '${site}${url}'`, json: JSON.stringify(short.body, null, 2), told: short.told };
}
