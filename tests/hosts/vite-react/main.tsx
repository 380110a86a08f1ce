import 'article-diff/define';
import 'article-diff/react';
import { type ArticleDiffElement, type Report } from 'article-diff/react';
import { useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { after, before } from '../story.js';

function Story() {
  const [report, setReport] = useState<Report | null>(null);
  const widget = useRef<ArticleDiffElement>(null);
  return (
    <>
      <article-diff
        ref={widget}
        textBefore={before}
        textAfter={after}
        view="changes"
        theme="light"
        options={{ moves: true }}
        onarticle-diff-done={(event) => setReport(event.detail.report)}
        onarticle-diff-error={(event) => console.error(event.detail.error.code)}
      />
      <button type="button" onClick={() => widget.current?.next()}>
        Next
      </button>
      <output>{report?.changes.length}</output>
    </>
  );
}

export { Story as Recipe } from './Recipe';

/** What the types refuse, so that they are known to be there. */
export const refused = (
  <>
    {/* @ts-expect-error there is no such reading */}
    <article-diff view="upside-down" />
    {/* @ts-expect-error a text is a string */}
    <article-diff textBefore={1} />
    {/* @ts-expect-error an error has a code */}
    <article-diff onarticle-diff-error={(event) => event.detail.report} />
  </>
);

createRoot(document.getElementById('root')!).render(<Story />);
