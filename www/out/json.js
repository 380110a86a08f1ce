// Report and texts → JSON: a Report as core.d.ts describes it, with one field more, the texts that its numbers count in.

/** @param {{ report: import('../core.js').Report, texts: { before: string, after: string } }} model */
export const toJson = ({ report, texts }) => `${JSON.stringify({ ...report, texts }, null, 2)}\n`;
