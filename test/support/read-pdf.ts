import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadPdf {
  pages: number;
  /** The text of each page, blanks folded. */
  texts: string[];
  /** All of it in one. */
  text: string;
  title: string;
  language: string | null;
  tagged: boolean;
  showsTitle: boolean;
  /** Addresses that a click leads to. */
  links: string[];
  /** Every role in the structure, in order, as a screen reader meets them. */
  roles: string[];
  /** Texts that stand in for pictures. */
  alts: string[];
  /** Names of the fonts that are within the file. */
  fonts: string[];
  /** Right and lower edge of the outermost text on any page, in points from the upper left corner. */
  edges: { right: number; bottom: number; left: number };
}

interface Node {
  role?: string;
  alt?: string;
  children?: Node[];
}

/** Opens a file as a reader does. */
export async function readPdf(file: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(file), verbosity: 0 });
  const pdf = await task.promise;
  const { info } = await pdf.getMetadata();
  const about = info as { Title?: string; Language?: string };
  const read: ReadPdf = {
    pages: pdf.numPages,
    texts: [],
    text: '',
    title: about.Title ?? '',
    language: about.Language ?? null,
    tagged: (await pdf.getMarkInfo())?.Marked === true,
    showsTitle:
      ((await pdf.getViewerPreferences()) as { DisplayDocTitle?: boolean } | null)?.DisplayDocTitle === true,
    links: [],
    roles: [],
    alts: [],
    fonts: [
      ...Buffer.from(file)
        .toString('latin1')
        .matchAll(/\/FontName \/[A-Z]{6}\+([\w-]+)/g),
    ].map(([, name]) => name!),
    edges: { right: 0, bottom: 0, left: Number.POSITIVE_INFINITY },
  };
  const walk = (node: Node) => {
    if (node.role !== undefined) read.roles.push(node.role);
    if (node.alt !== undefined) read.alts.push(node.alt);
    for (const child of node.children ?? []) walk(child);
  };
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const texts = items.flatMap((item) => ('str' in item ? [item] : []));
    read.texts.push(
      texts
        .map(({ str, hasEOL }) => str + (hasEOL ? ' ' : ''))
        .join('')
        .replace(/\s+/g, ' '),
    );
    for (const { transform, width, str } of texts) {
      if (str.trim() === '') continue;
      read.edges.left = Math.min(read.edges.left, transform[4]);
      read.edges.right = Math.max(read.edges.right, transform[4] + width);
      read.edges.bottom = Math.max(read.edges.bottom, height - transform[5]);
    }
    for (const note of await page.getAnnotations()) if (note.subtype === 'Link') read.links.push(note.url);
    const tree = (await page.getStructTree()) as Node | null;
    if (tree !== null) walk(tree);
  }
  await task.destroy();
  read.text = read.texts.join(' ');
  return read;
}
