import { compare, ready } from 'article-diff';
import { reportToHtml } from 'article-diff/render';
import { after, before } from '../../../story.js';
import Widget from './widget';

/** The server compares and writes the result into the tag: it is read where no script runs, and until the element has its own. */
export default async function Page() {
  await ready;
  const html = await reportToHtml(compare(before, after), before, after);
  return (
    <Widget before={before} after={after}>
      <div dangerouslySetInnerHTML={{ __html: html }} />
    </Widget>
  );
}
