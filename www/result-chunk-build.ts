// How Vite cuts the part that draws a result: one file with all that the page's first view does not have. By itself it would make a
// second file of what saving and copying share with it, which a browser would find only once it has the first.
import { fileURLToPath } from 'node:url';

interface Graph {
  getModuleInfo: (id: string) => { importedIds: readonly string[] } | null;
}

const idOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url)).replaceAll('\\', '/');
const FIRST = idOf('page.ts');
const PART = idOf('view/result-view.ts');

/** Adds the modules that one cannot run without, and itself. */
function collect(id: string, graph: Graph, found: Set<string>): Set<string> {
  if (found.has(id)) return found;
  found.add(id);
  for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) collect(imported, graph, found);
  return found;
}

/** A group for Rolldown's `codeSplitting`. */
export const partOf = {
  name(id: string, graph: Graph): string | null {
    const first = collect(FIRST, graph, new Set());
    return !first.has(id) && collect(PART, graph, new Set()).has(id) ? 'result-view' : null;
  },
};
