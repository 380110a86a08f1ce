import { join } from 'node:path';

/** @type {import('next').NextConfig} */
export default { output: 'export', turbopack: { root: join(import.meta.dirname, '..') } };
