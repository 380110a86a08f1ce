import { compare, ready } from 'article-diff';
import { after, before } from '../../../story.js';

export default async function Page() {
  await ready;
  return <output>{compare(before, after).changes.length}</output>;
}
