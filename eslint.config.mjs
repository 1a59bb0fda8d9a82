import tseslint from 'typescript-eslint';
import reactHooks from 'eslint-plugin-react-hooks';

/** `folder` may not import what `patterns` match. Layers are enforced here, not by memory. */
const layer = (folder, patterns) => ({
  files: [`${folder}/**/*.{ts,tsx}`],
  ignores: ['**/*.test.ts', '**/*.test.tsx'],
  rules: {
    'no-restricted-imports': ['error', { patterns: patterns.map(([group, message]) => ({ group, message })) }],
  },
});

const NODE = [['node:*', 'fs', 'path', 'os'], 'No Node here.'];
const ELECTRON = [['electron', 'electron/*'], 'Only electron/main and electron/preload may import electron.'];
const REACT = [['react', 'react-dom', 'react/*', 'react-dom/*'], 'No React here.'];
const THREE = [['three', 'three/*'], 'No three here.'];
const ZUSTAND = [['zustand', 'zustand/*'], 'No zustand here.'];
const HOSTS = [
  ['**/main/**', '**/serve/**', '**/cli/**', '**/preload/**'],
  'Hosts sit on top of the engine, never under it.',
];
const ENGINE = [['**/engine/**'], 'Formats and native know nothing of the engine.'];
const FORMATS = [['**/formats/**'], 'Native knows nothing of formats.'];
const SIDES = [['**/electron/**', '**/renderer/**'], 'shared imports only itself.'];
const PAGE = [['**/renderer/**'], 'The page is reached through the contract.'];
const MAIN_SIDE = [['**/electron/**'], 'The engine is reached through the contract.'];

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**',
      'dist/**',
      'out/**',
      '.tsbuild/**',
      'electron/native/build/**',
      'test-results/**',
      'playwright-report/**',
    ],
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: [
          'shared/tsconfig.json',
          'electron/tsconfig.json',
          'electron/main/tsconfig.json',
          'electron/preload/tsconfig.json',
          'renderer/tsconfig.json',
          'e2e/tsconfig.json',
          'tsconfig.tests.json',
          'tsconfig.config.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // noUncheckedIndexedAccess makes every typed array read nullable; `!` says that the index was bounded above.
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.test.{ts,tsx}'],
    rules: {
      '@typescript-eslint/unbound-method': 'off',
      // A stub stands in for a class that only exists inside its runtime.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      // It concerns the React Compiler, which is not used here.
      'react-hooks/incompatible-library': 'off',
    },
  },
  { files: ['**/*.mjs'], extends: [tseslint.configs.disableTypeChecked] },
  layer('shared', [NODE, ELECTRON, REACT, THREE, ZUSTAND, SIDES]),
  layer('electron/native', [ELECTRON, HOSTS, ENGINE, FORMATS, PAGE]),
  layer('electron/formats', [ELECTRON, HOSTS, ENGINE, PAGE]),
  layer('electron/{engine,jobs,sample}', [ELECTRON, HOSTS, PAGE]),
  layer('electron/{serve,cli,bench,fuzz}', [ELECTRON, PAGE]),
  layer('renderer/state', [NODE, ELECTRON, REACT, THREE, MAIN_SIDE]),
  layer('renderer/engine-client', [NODE, ELECTRON, REACT, THREE, ZUSTAND, MAIN_SIDE]),
  layer('renderer/scene', [NODE, ELECTRON, REACT, ZUSTAND, MAIN_SIDE]),
  layer('renderer/ui', [NODE, ELECTRON, THREE, MAIN_SIDE]),
  layer('renderer/{app,bindings}', [NODE, ELECTRON, MAIN_SIDE]),
);
