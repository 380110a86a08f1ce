// What may be written at the tag <article-diff> in the templates of frameworks: its settings and its events, typed.
import type { ArticleDocument } from '../engine/document.js';
import type { Options } from '../engine/types.js';
import type { Filter, Preset } from '../view/model/filters.js';
import type { ViewMode } from '../view/state.js';
import type { ArticleDiffEventMap } from './events.js';
import type { Version } from './version-settings.js';
import type { TextFormat, Theme, ToolbarForm } from './view-settings.js';

/** The settings, each as the property of the element of this name. */
export interface ArticleDiffSettings {
  textBefore?: string | ArticleDocument | undefined;
  textAfter?: string | ArticleDocument | undefined;
  before?: string | ArticleDocument | undefined;
  after?: string | ArticleDocument | undefined;
  nameBefore?: string | undefined;
  nameAfter?: string | undefined;
  versions?: Iterable<Version> | undefined;
  versionBefore?: number | undefined;
  versionAfter?: number | undefined;
  reviewed?: Iterable<string> | undefined;
  format?: TextFormat | undefined;
  options?: Options | undefined;
  view?: ViewMode | undefined;
  hide?: string | Filter[] | undefined;
  preset?: Preset | undefined;
  editable?: boolean | undefined;
  compact?: boolean | undefined;
  toolbar?: ToolbarForm | undefined;
  theme?: Theme | undefined;
}

/** The listeners as React, Preact and Svelte name them: `onarticle-diff-done` and so on. */
export type ArticleDiffListeners = {
  [K in keyof ArticleDiffEventMap as `on${K}`]?: ((event: ArticleDiffEventMap[K]) => void) | undefined;
};
