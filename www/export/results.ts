// What the menu "Save / Share" gives away: a comparison → a text for the clipboard, or a file.
import { formatsOf, type ArticleDocument } from '../engine/document.js';
import type { Report } from '../engine/types.js';
import type { Translator } from '../i18n/format.js';
import { bothSides, type Both, type Names } from '../sides.js';
import type { RenderContext } from '../view/context.js';
import { filterFor, type Filter } from '../view/model/filters.js';
import { buildModel } from '../view/model/model.js';
import { titleOf } from '../view/model/title.js';
import { namesLabel } from '../view/side-labels.js';
import { changeListHtml, changeListText } from './change-list.js';
import { correctionText } from './correction.js';
import { toDocx } from './docx.js';
import { fileName } from './file-name.js';
import { toHtml } from './html.js';
import { toJson } from './json.js';
import { MAX_LINK_LENGTH, toFragment, toFragmentOfVersions, type LinkedReading, type LinkedVersions } from './link.js';
import { toMarkdown } from './markdown.js';
import { NothingToGive } from './nothing-to-give.js';
import { summaryText } from './summary.js';

export type CopyTask = 'copy.summary' | 'copy.list' | 'copy.correction' | 'copy.markdown' | 'copy.result' | 'copy.link';
export type SaveTask = 'save.html' | 'save.docx' | 'save.markdown' | 'save.json';

/** A comparison, and how it is read. */
export interface Shown extends LinkedReading {
  readonly report: Report;
  readonly before: string;
  readonly after: string;
  /** What the texts are, where they came as documents. */
  readonly documents?: Partial<Both<ArticleDocument>>;
  /** The versions that both texts are two of. */
  readonly chain?: LinkedVersions | null;
  readonly hide: readonly Filter[];
  readonly i18n: Translator;
}

export interface CopiedText {
  readonly text: string;
  /** The same for programs that show formatted text. */
  readonly html?: string;
  /** What is said once it is copied. */
  readonly done: string;
}

export interface SavedFile {
  readonly name: string;
  readonly type: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** No prose is compressed to less than this share of its length: texts that are too long by more need no try. */
const MIN_COMPRESSION = 1 / 20;

const namesOf = ({ nameBefore = '', nameAfter = '' }: Shown): Names => ({ before: nameBefore, after: nameAfter });

function contextOf(shown: Shown): RenderContext {
  const { report, before, after, documents = {}, hide, i18n } = shown;
  const structure = bothSides((side) => (documents[side] ? formatsOf(documents[side]) : []));
  const model = buildModel(report, before, after, structure);
  return { model, shown: filterFor(hide), i18n, names: namesOf(shown) };
}

const markdownOf = (context: RenderContext, { hide }: Shown): string =>
  toMarkdown(context, { furniture: !hide.includes('furniture') });

/** @throws {NothingToGive} */
export async function copiedText(task: CopyTask, shown: Shown): Promise<CopiedText> {
  const { i18n } = shown;
  const context = contextOf(shown);
  const done = i18n.t('out.copied');
  switch (task) {
    case 'copy.summary':
      return { text: summaryText(context.model, i18n), done };
    case 'copy.list':
      return { text: changeListText(context), html: changeListHtml(context), done };
    case 'copy.correction':
      return correctionOf(context);
    case 'copy.markdown':
      return { text: markdownOf(context, shown), done };
    case 'copy.result':
      return { text: shown.after, done };
    case 'copy.link':
      return linkTo(shown);
  }
}

function correctionOf({ model, i18n }: RenderContext): CopiedText {
  const text = correctionText(model, i18n);
  if (!text) throw new NothingToGive(i18n.t('out.correction.none'));
  return { text, done: i18n.t('out.correction.done') };
}

/** A link with all versions; with both texts, where there are no others, or these do not fit. */
async function linkTo({ before, after, chain, i18n, ...reading }: Shown): Promise<CopiedText> {
  if (!('CompressionStream' in globalThis)) throw new NothingToGive(i18n.t('in.error.unsupported'));
  const texts = chain?.versions.map(({ text }) => text) ?? [];
  const whole = chain ? await ifItFits(texts, () => toFragmentOfVersions(chain, reading)) : null;
  const fragment = whole ?? (await ifItFits([before, after], () => toFragment(before, after, reading)));
  if (!fragment) throw new NothingToGive(i18n.t('out.link.large'));
  const link = new URL(fragment, location.href).href;
  const done = i18n.t('out.link.done', { n: link.length });
  return { text: link, done: chain && !whole ? `${done}${i18n.t('sum.gap')}${i18n.t('out.link.pair')}` : done };
}

/** @returns the fragment; null where it would be too long */
async function ifItFits(texts: readonly string[], make: () => Promise<string>): Promise<string | null> {
  const isFarTooLong = texts.reduce((sum, { length }) => sum + length, 0) * MIN_COMPRESSION > MAX_LINK_LENGTH;
  const fragment = isFarTooLong ? null : await make();
  return fragment && fragment.length <= MAX_LINK_LENGTH ? fragment : null;
}

export function savedFile(task: SaveTask, shown: Shown): SavedFile {
  const context = contextOf(shown);
  const { model, i18n } = context;
  const now = new Date();
  const names = namesOf(shown);
  const nameOf = (ending: string) => fileName(titleOf(model), now, ending, [names.before, names.after]);
  switch (task) {
    case 'save.html':
      return { name: nameOf('html'), type: 'text/html', content: toHtml(model, shown.hide, i18n, now, names) };
    case 'save.docx':
      return { name: nameOf('docx'), type: DOCX, content: toDocx(context, { date: now, names: namesLabel(context) }) };
    case 'save.markdown':
      return { name: nameOf('md'), type: 'text/markdown', content: markdownOf(context, shown) };
    case 'save.json':
      return { name: nameOf('json'), type: 'application/json', content: toJson(model) };
  }
}
