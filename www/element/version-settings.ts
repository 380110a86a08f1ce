// Several versions of one story → the two of them that are compared: the properties `versions`, `versionBefore` and `versionAfter`.
import { isDocument, type ArticleDocument } from '../engine/document.js';
import type { Options } from '../engine/types.js';
import { SIDES, bothSides, otherSide, type Both, type Side } from '../sides.js';
import type { VersionsState } from '../view/versions-bar.js';
import type { Job } from './controller.js';
import { read, sourceOf } from './given.js';
import { VersionFigures } from './version-figures.js';
import { ViewSettings } from './view-settings.js';

/** One version of a story. */
export interface Version {
  /** What it is called, such as "v2" or "Agency, 14:05". */
  name: string;
  text: string | ArticleDocument;
  /** When it was published: a date, or what is said in its place. */
  date?: Date | string;
}

const NONE: Both<number> = { before: -1, after: -1 };

export class VersionSettings extends ViewSettings {
  #versions: readonly Version[] = [];
  /** The two that were chosen last. The texts may have become others since. */
  #chosen = NONE;
  #state: VersionsState | null = null;
  readonly #figures = new VersionFigures(() => this.#changed());
  /** @internal Draws what is told of the versions. */
  protected drawVersions: (() => void) | null = null;

  /**
   * Versions of one story, the earliest first. Setting them compares the last two: their texts and names become those of Before and
   * After. What each brought is counted while the page is idle. Where the element is `editable`, what a person writes in a version
   * is in this list, too. Default: [].
   */
  get versions(): Version[] {
    return [...this.#versions];
  }
  set versions(versions: Iterable<Version>) {
    this.#versions = [...versions];
    const last = this.#versions.length - 1;
    this.#chosen = NONE;
    this.#figures.reset(this.#versions.map((_, at) => this.#jobFor(at)));
    if (last > 0) this.chooseVersions({ before: last - 1, after: last });
    else this.#changed();
  }

  /** The index in `versions` of the one that is compared as Before; −1 for none. Setting it takes that version's text and name. */
  get versionBefore(): number {
    return this.#comparedNow().before;
  }
  set versionBefore(index: number) {
    this.#choose('before', index);
  }

  /** The index in `versions` of the one that is compared as After; −1 for none. */
  get versionAfter(): number {
    return this.#comparedNow().after;
  }
  set versionAfter(index: number) {
    this.#choose('after', index);
  }

  /** @internal What the view draws of them; null where there is nothing to choose from. The same object while nothing changes. */
  protected get versionsState(): VersionsState | null {
    const chosen = this.#comparedNow();
    const isDrawn = this.#state && SIDES.every((side) => this.#state?.chosen[side] === chosen[side]);
    if (this.#state && !isDrawn) this.#state = { ...this.#state, chosen };
    return this.#state;
  }

  /** @internal */
  protected chooseVersions(chosen: Both<number>): void {
    for (const side of SIDES) this.#take(side, chosen[side]);
    this.#changed();
  }

  /** @internal Does what changes a text or a name that a person sees: the versions that are compared become what they are then. */
  protected writeVersions(change: () => void): void {
    const compared = this.#comparedNow();
    change();
    // A person writes plain text, which would be read as HTML.
    if (this.format === 'html') return;
    const versions = [...this.#versions];
    const rewritten = SIDES.map((side) => compared[side]).filter((at, i) => {
      const version = versions[at];
      const [text, name] = [this.#textOf(SIDES[i]!), this.#nameOf(SIDES[i]!)];
      if (!version || (sourceOfVersion(version) === text && version.name === name)) return false;
      versions[at] = { ...version, text: sourceOfVersion(version) === text ? version.text : text, name };
      return true;
    });
    if (!rewritten.length) return;
    const isOther = (at: number): boolean => versions[at]?.text !== this.#versions[at]?.text;
    const recounted = rewritten.filter(isOther).flatMap((at) => [at, at + 1]);
    this.#versions = versions;
    this.#chosen = compared;
    if (recounted.length) this.#figures.recount(new Map(recounted.map((at) => [at, this.#jobFor(at)])));
    this.#changed();
  }

  /** @internal Counts what each version brought from now on, or no longer. */
  protected countVersions(on: boolean): void {
    if (on) this.#figures.start();
    else this.#figures.stop();
  }

  #choose(side: Side, index: number): void {
    this.#take(side, index);
    this.#changed();
  }

  #take(side: Side, index: number): void {
    const version = this.#versions[index];
    if (!version) return;
    this.#chosen = { ...this.#chosen, [side]: index };
    const { text, name } = version;
    // The properties of the element itself.
    Object.assign(
      this,
      side === 'before' ? { textBefore: text, nameBefore: name } : { textAfter: text, nameAfter: name },
    );
  }

  #textOf(side: Side): string {
    return String(Reflect.get(this, side === 'before' ? 'textBefore' : 'textAfter'));
  }

  #nameOf = (side: Side): string => (side === 'before' ? this.nameBefore : this.nameAfter);

  /**
   * The versions whose texts are compared now; −1 for a text that is that of none. A swap puts them in each other's place, and texts
   * that were taken away may have come back.
   */
  #comparedNow(): Both<number> {
    if (!this.#versions.length) return NONE;
    const sources = this.#versions.map(sourceOfVersion);
    return bothSides((side) => {
      const text = this.#textOf(side);
      const near = [this.#chosen[side], this.#chosen[otherSide(side)]].find((at) => sources[at] === text);
      return near ?? (side === 'before' ? sources.indexOf(text) : sources.lastIndexOf(text));
    });
  }

  #changed(): void {
    const { figures } = this.#figures;
    const list = this.#versions.map(({ name, date }, at) => ({ name, date, figure: figures[at] }));
    this.#state = list.length > 1 ? { list, chosen: this.#comparedNow() } : null;
    this.drawVersions?.();
  }

  /** What has to be compared to say what a version brought. */
  #jobFor(at: number): Job | null {
    const [before, after] = [this.#versions[at - 1], this.#versions[at]];
    if (!before || !after) return null;
    const [one, other] = [before, after].map(({ text }) =>
      isDocument(text) ? { text: text.text, document: text } : read(text, this.format, undefined),
    ) as [ReturnType<typeof read>, ReturnType<typeof read>];
    return {
      number: at,
      texts: { before: one.text, after: other.text },
      documents: {
        ...(one.document && { before: one.document }),
        ...(other.document && { after: other.document }),
      },
      options: Reflect.get(this, 'options') as Options,
    };
  }
}

/** What the element says is its text while a version is compared. */
function sourceOfVersion({ text }: Version): string {
  if (!isDocument(text)) return text;
  return sourceOf('before', { texts: { before: text.text, after: '' }, documents: { before: text } });
}
