// A script for Node: how many changes there are.
import { compare } from 'article-diff';
import { after, before } from './story.js';

process.stdout.write(`${compare(before, after).changes.length}\n`);
