import Handlebars from 'handlebars';

const BLOCKS =
  'article|aside|caption|dd|details|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|legend|li|link|main|meta|nav|ol|option|' +
  'p|script|section|summary|table|tbody|td|th|thead|title|tr|ul';
const beforeBlock = new RegExp(`\n(?=</?(?:${BLOCKS})\\b)`, 'g');
const afterBlock = new RegExp(`(</?(?:${BLOCKS})(?: [^<>]*)?>)\n`, 'g');
const preserved = /(<(?:pre|textarea)\b)|(<\/(?:pre|textarea)>)/g;

/**
 * Takes out of a parsed view what only its indentation put there: a line break and the white space round it become one line break, or
 * nothing next to a block element, where no browser shows it. Text within `<pre>` and `<textarea>` stays as it is.
 */
export function squeeze(tree: hbs.AST.Program): void {
  let inside = false;

  /** Squeezes the parts of a text that no element preserves. */
  function squeezeText(text: string): string {
    let result = '';
    let from = 0;
    for (const match of text.matchAll(preserved)) {
      const part = text.slice(from, match.index);
      result += inside ? part : squeezeMarkup(part);
      inside = match[1] !== undefined;
      from = match.index;
    }
    const rest = text.slice(from);
    return result + (inside ? rest : squeezeMarkup(rest));
  }

  class Squeezer extends Handlebars.Visitor {
    override ContentStatement(content: hbs.AST.ContentStatement & { rightStripped?: boolean }): void {
      // Handlebars has taken the line of a `{{#if}}` or the like before this text: what is left of its white space is indentation.
      const text = content.rightStripped === true ? content.value.replace(/^[ \t]+/, '') : content.value;
      content.value = squeezeText(text);
    }
    override PartialStatement(partial: hbs.AST.PartialStatement & { indent?: string }): void {
      partial.indent = '';
      super.PartialStatement(partial);
    }
  }
  new Squeezer().accept(tree);
}

const squeezeMarkup = (text: string): string =>
  text
    .replace(/[ \t]*\n[ \t\n]*/g, '\n')
    .replace(beforeBlock, '')
    .replace(afterBlock, '$1');
