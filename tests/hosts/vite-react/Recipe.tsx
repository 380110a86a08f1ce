import 'article-diff/define';
import { type Report } from 'article-diff/react';
import { useState } from 'react';

export function Story({ before, after }: { before: string; after: string }) {
  const [report, setReport] = useState<Report | null>(null);
  return (
    <>
      <article-diff
        textBefore={before}
        textAfter={after}
        onarticle-diff-done={(event) => setReport(event.detail.report)}
      />
      <p>{report?.changes.length} differences</p>
    </>
  );
}
