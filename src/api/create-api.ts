import type { Clock } from '../domain/calendar.js';
import type { RenderPage } from '../web/layout.js';
import type { ApiRoute } from '../web/mount-api.js';
import type { AnyRoute } from '../web/route.js';
import type { Directory } from './directory.js';
import { apiDocsRoutes } from './docs/docs-routes.js';
import { openApiOf } from './openapi.js';
import { readParameters } from './parameter.js';
import { AN_HOUR, type AnyResource, resource } from './resource.js';
import { accuracyResource } from './resources/accuracy.js';
import { listResources } from './resources/lists.js';
import { therapistResources } from './resources/therapists.js';
import type { AccuracyBody } from './schemas/accuracy.js';

export interface ApiDeps {
  directory: Directory;
  clock: Clock;
  accuracy: () => Promise<AccuracyBody>;
  /** Origin of the site as people see it; `null` when it is not known. */
  publicUrl: string | null;
  /** Origin in the examples of the documentation. */
  site: string;
  /** Requests a minute from one address; `null` = no limit. */
  rateLimit: number | null;
  renderPage: RenderPage;
}

export interface ApiFeature {
  /** The pages of the documentation. */
  routes: AnyRoute[];
  /** The API itself. */
  resources: readonly ApiRoute[];
}

/** The JSON API, version 1. A resource that is added to this list gets its route, its entry in OpenAPI and its documentation. */
export function createApi({ publicUrl, accuracy, ...deps }: ApiDeps): ApiFeature {
  const described = [...therapistResources(deps), ...listResources(), accuracyResource(accuracy)];
  const document = openApiOf([...described, openApiResource('')], publicUrl ?? '');
  const resources = [...described, openApiResource(JSON.stringify(document))];
  return { routes: apiDocsRoutes({ ...deps, resources, document }), resources: resources.map(routeOf) };
}

function openApiResource(document: string): AnyResource {
  return resource({
    path: '/openapi.json',
    id: 'getOpenApi',
    title: 'This description for programs',
    description: 'The API as an OpenAPI 3.1 document, from which clients can be generated.',
    parameters: {},
    answer: null,
    notFound: false,
    cacheControl: AN_HOUR,
    example: () => null,
    input: ({ search }) => readParameters(search, {}),
    handle: () => document,
  });
}

/** As Express writes it. */
function routeOf({ path, cacheControl, madeAnew = false, run }: AnyResource): ApiRoute {
  return { path: path.replaceAll(/\{(\w+)\}/g, ':$1'), cacheControl, madeAnew, run };
}
