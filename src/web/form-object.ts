/** Deeper names, and longer lists, no form of ours has. */
const MOST_DEEP = 5;
const MOST_ITEMS = 300;

type Tree = Map<string, Tree | string[]>;

/**
 * What a form sent, as the object that its names describe: `authority.0.number` is a value of a list of objects. Every value is a list
 * of the texts sent under its name, in order; the routes' schemas decide what one, several or none of them mean. Names beginning with
 * `_` are the form's own and left out. Names that make no sense are left out; so is what contradicts an earlier name.
 */
export function formObject(form: URLSearchParams): Record<string, unknown> {
  const tree: Tree = new Map();
  for (const [name, value] of form) {
    const parts = name.split('.');
    if (name.startsWith('_') || parts.length > MOST_DEEP || !parts.every(isPart)) continue;
    put(tree, parts, value);
  }
  return plain(tree) as Record<string, unknown>;
}

const isPart = (part: string) => /^[a-zA-Z][a-zA-Z0-9-]{0,60}$/.test(part) || isIndex(part);
const isIndex = (part: string) => /^\d{1,3}$/.test(part) && Number(part) < MOST_ITEMS;

function put(tree: Tree, [first = '', ...rest]: string[], value: string): void {
  const there = tree.get(first);
  if (rest.length === 0) {
    if (there === undefined) tree.set(first, [value]);
    else if (Array.isArray(there)) there.push(value);
    return;
  }
  if (Array.isArray(there)) return;
  const branch = there ?? new Map();
  tree.set(first, branch);
  put(branch, rest, value);
}

/** Numbered branches become a list, closed up, in the order of their numbers. No name reaches an object's prototype. */
function plain(node: Tree | string[]): unknown {
  if (Array.isArray(node)) return node;
  const entries = [...node];
  if (entries.length > 0 && entries.every(([name]) => isIndex(name)))
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, branch]) => plain(branch));
  return Object.assign(
    Object.create(null),
    Object.fromEntries(entries.map(([name, branch]) => [name, plain(branch)])),
  );
}
