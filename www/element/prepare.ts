// Fetched before it is wanted: what the first result needs. Once it stands in the page, the widget asks the network for nothing more.
import { warmUp } from '../engine/engine.js';
import { resultPart } from '../view/result-part.js';
import type { View } from '../view/view.js';
import { warmFonts } from '../view/warm-fonts.js';

/** @param view the view as it is by then; what cannot be had, the first comparison tells */
export function prepare(view: () => View | null): void {
  resultPart.load().then(
    () => view()?.prepareResult(),
    () => {},
  );
  warmUp(() => view()?.warmFormats()).then(
    () => {
      const drawn = view();
      if (drawn) warmFonts(drawn.widget);
    },
    () => {},
  );
}
