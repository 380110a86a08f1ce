import 'article-diff/define';
import { type Report } from 'article-diff/react';
import { useState } from 'react';
import { after, before } from '../../story.js';

export default function Story() {
  const [report, setReport] = useState<Report | null>(null);
  return (
    <>
      <article-diff
        textBefore={before}
        textAfter={after}
        onarticle-diff-done={(event) => setReport(event.detail.report)}
      />
      <output>{report?.changes.length}</output>
    </>
  );
}
