// The types of the report, from the place where the engine keeps them.
export type {
  Block,
  Change,
  ChangeClass,
  Fact,
  FormatChange,
  FormatKind,
  Move,
  Quotations,
  Report,
  Role,
  Row,
  Span,
  Summary,
} from './engine/types.js';
export type { Format } from './engine/document.js';
