// What the linter asks of all TypeScript here: the recommended rules, and the limits of the project's own style.
import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';

export default defineConfig(
  {
    ignores: [
      '**/dist/',
      'target/',
      '**/node_modules/',
      'www/pkg/',
      'test-results/',
      'tests/hosts/**/*.js',
      'tests/hosts/*/',
      'tests/editors/**/*.js',
      'tests/editors/types.ts',
      '**/*.mjs',
      'www/**/*.js',
      '!www/hosts/**/*.js',
      'www/hosts/**/build/',
    ],
  },
  js.configs.recommended,
  ts.configs.strict,
  ts.configs.stylistic,
  {
    rules: {
      'max-lines': ['error', 400],
      'max-params': ['error', 5],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-eval': 'error',
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML'].map((property) => ({
          property,
          message: 'Text reaches the page as text only.',
        })),
      ],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/no-empty-function': ['error', { allow: ['arrowFunctions'] }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-expressions': ['error', { allowShortCircuit: true, allowTernary: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    // A script of WordPress' editor, which it serves as it is.
    files: ['www/hosts/wordpress/*.js'],
    languageOptions: { sourceType: 'script', globals: { window: 'readonly' } },
  },
  {
    // A language is one list of its texts, and grows with every text.
    files: ['www/i18n/*.ts'],
    rules: { 'max-lines': ['error', 500] },
  },
);
