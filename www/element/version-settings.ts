// Several versions of one story → the two of them that are compared: the properties `versions`, `versionBefore` and `versionAfter`.
import { isDocument, type ArticleDocument } from '../engine/document.js';
import type { Options } from '../engine/types.js';
import type { Both } from '../sides.js';
import type { VersionsState } from '../view/versions-bar.js';
import type { Job } from './controller.js';
import { read } from './given.js';
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
  #chosen = NONE;
  #state: VersionsState | null = null;
  readonly #figures = new VersionFigures(() => this.#changed());
  /** @internal Draws what is told of the versions. */
  protected drawVersions: (() => void) | null = null;

  /**
   * Versions of one story, the earliest first. Setting them compares the last two: their texts and names become those of Before and
   * After. What each brought is counted while the page is idle. Default: [].
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
    return this.#chosen.before;
  }
  set versionBefore(index: number) {
    this.chooseVersions({ ...this.#chosen, before: index });
  }

  /** The index in `versions` of the one that is compared as After; −1 for none. */
  get versionAfter(): number {
    return this.#chosen.after;
  }
  set versionAfter(index: number) {
    this.chooseVersions({ ...this.#chosen, after: index });
  }

  /** @internal What the view draws of them; null where there is nothing to choose from. */
  protected get versionsState(): VersionsState | null {
    return this.#state;
  }

  /** @internal */
  protected chooseVersions(chosen: Both<number>): void {
    const [before, after] = [this.#versions[chosen.before], this.#versions[chosen.after]];
    if (!before || !after) return;
    this.#chosen = chosen;
    // The properties of the element itself.
    Object.assign(this, {
      textBefore: before.text,
      textAfter: after.text,
      nameBefore: before.name,
      nameAfter: after.name,
    });
    this.#changed();
  }

  /** @internal Counts what each version brought from now on, or no longer. */
  protected countVersions(on: boolean): void {
    if (on) this.#figures.start();
    else this.#figures.stop();
  }

  #changed(): void {
    const { figures } = this.#figures;
    const list = this.#versions.map(({ name, date }, at) => ({ name, date, figure: figures[at] }));
    this.#state = list.length > 1 ? { list, chosen: this.#chosen } : null;
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
