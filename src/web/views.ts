import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import Handlebars from 'handlebars';
import { squeeze } from './squeeze.js';
import { viewHelpers } from './view-helpers.js';

/** Puts a model into a view. @throws Error for an unknown view, or a value that the view names and the model lacks. */
export interface Views {
  render(view: string, model: object): string;
}

type Template = (model: object) => string;

const knownHelpers = Object.fromEntries(Object.keys(viewHelpers).map((name) => [name, true]));

/**
 * Compiles every view in `folder` at start, partials included, and refuses to start when one does not compile, names a partial
 * that is not there or calls a helper that does not exist. Views get strings and flags made by `pages`.
 */
export function compileViews(folder: string): Views {
  const engine = Handlebars.create();
  for (const [name, helper] of Object.entries(viewHelpers)) engine.registerHelper(name, helper);
  const templates = new Map<string, Template>();
  const sources = viewFiles(folder).map((file) => ({
    name: relative(folder, file)
      .split(sep)
      .join('/')
      .replace(/\.hbs$/, ''),
    source: oneByte(readFileSync(file, 'utf8')),
  }));
  const known = new Set(sources.map(({ name }) => name));
  for (const { name, source } of sources) {
    const template = compile(engine, name, source, known);
    engine.registerPartial(name, template as unknown as Handlebars.Template);
    templates.set(name, template);
  }
  return {
    render(view, model) {
      const template = templates.get(view);
      if (template === undefined) throw new Error(`There is no view ${view}.`);
      try {
        return template(model);
      } catch (error) {
        throw new Error(`The view ${view} cannot be filled: ${(error as Error).message}`, { cause: error });
      }
    },
  };
}

function compile(
  engine: typeof Handlebars,
  name: string,
  source: string,
  known: ReadonlySet<string>,
): Template {
  try {
    const tree = engine.parse(source);
    for (const partial of readStrictly(tree))
      if (!known.has(partial)) throw new Error(`it names a partial that is not there: ${partial}`);
    squeeze(tree);
    const compiled = engine.precompile(tree, {
      strict: true,
      knownHelpersOnly: true,
      knownHelpers,
      data: false,
      preventIndent: true,
    });
    // What is evaluated is the compiler's own output for a file of ours; nothing a person typed is in it.
    const template = engine.template(new Function(`return ${compiled as string}`)() as TemplateSpecification);
    return (model) => template(model, { allowProtoPropertiesByDefault: false });
  } catch (error) {
    throw new Error(`The view ${name} does not compile: ${(error as Error).message}`);
  }
}

/**
 * Names the partials of a view. On the way it has every path looked up strictly: Handlebars' `strict` alone would take a value that
 * `{{#if}}`, `{{#each}}` or a partial's argument names and the model lacks for an empty one.
 */
function readStrictly(tree: hbs.AST.Program): string[] {
  const found: string[] = [];
  class Reader extends Handlebars.Visitor {
    override PathExpression(path: hbs.AST.PathExpression & { strict?: boolean }): void {
      path.strict = true;
    }
    override PartialStatement(partial: hbs.AST.PartialStatement): void {
      found.push((partial.name as hbs.AST.PathExpression).original);
      super.PartialStatement(partial);
    }
    override PartialBlockStatement(partial: hbs.AST.PartialBlockStatement): void {
      found.push((partial.name as hbs.AST.PathExpression).original);
      super.PartialBlockStatement(partial);
    }
  }
  new Reader().accept(tree);
  return found;
}

/**
 * A text whose characters all fit in one byte is joined and encoded twice as fast as one with a single curly quote in it; so what
 * does not fit is written as its number, which reads the same.
 */
function oneByte(source: string): string {
  return source.replace(/[^\0-\xff]/gu, (character) => `&#${character.codePointAt(0)};`);
}

function viewFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.hbs'))
    .map((entry) => join(entry.parentPath, entry.name));
}
