import prettier from 'eslint-config-prettier'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const effects = [
  { object: 'Date', property: 'now', message: 'Time comes in through a Clock.' },
  { object: 'Math', property: 'random', message: 'Randomness comes from src/platform/ids.ts.' },
  {
    object: 'process',
    property: 'env',
    message: 'The environment is read in src/platform/config.ts.',
  },
]

const exact = 'Amounts, rates and quantities are exact decimals, never floats.'

/** Where a float could slip into a sum of money. */
const floats = [
  // A literal with a fraction is one already.
  { selector: 'Literal[raw=/^[0-9]*[.][0-9]/]', message: exact },
  { selector: "CallExpression[callee.name='parseFloat']", message: exact },
  { selector: 'CallExpression[callee.property.name=/^(parseFloat|toNumber)$/]', message: exact },
  {
    selector:
      "CallExpression[callee.name='Number'] > MemberExpression[property.name=/(amount|percent|rate|value|weight|Kg|quantit|price|units)/i]",
    message: exact,
  },
  {
    selector:
      "UnaryExpression[operator='+'] > MemberExpression[property.name=/(amount|percent|rate|value|weight|Kg|price)/i]",
    message: exact,
  },
]

/** The rooms that reckon with money and quantities; there even a division of numbers is out. */
const reckoning = ['destination', 'duty', 'landed-cost', 'measures', 'money', 'programmes']
  .concat(['quote', 'tariff', 'valuation'])
  .map((room) => `src/customs/${room}/**/*.ts`)

const momentOfItsOwn = {
  selector: "NewExpression[callee.name='Date'][arguments.length=0]",
  message: 'The present moment comes in as an argument.',
}

export default tseslint.config(
  { ignores: ['node_modules/', 'var/', 'dist/', 'coverage/'] },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.{ts,tsx}'] })),
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      'max-depth': ['error', 3],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Ports are records of functions, not objects with a `this`.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/platform/**', 'src/web/**', 'src/**/*.test.ts'],
    rules: { 'no-restricted-properties': ['error', ...effects] },
  },
  {
    files: ['src/customs/**/*.ts'],
    ignores: ['src/**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'Buffer', 'fetch', 'setTimeout', 'setInterval'],
      'no-restricted-syntax': ['error', momentOfItsOwn, ...floats],
    },
  },
  {
    files: reckoning,
    // Two files divide whole numbers, and name what becomes of the remainder.
    ignores: [
      'src/**/*.test.ts',
      'src/customs/money/apportion.ts',
      'src/customs/money/rounding.ts',
    ],
    rules: {
      'no-restricted-syntax': [
        'error',
        momentOfItsOwn,
        ...floats,
        { selector: "BinaryExpression[operator='/']", message: exact },
      ],
    },
  },
  {
    // A resource lists its routes with their schemas, which is a table rather than a function.
    files: ['src/api/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    // A component is read as the page that it draws: its markup is long where the page is.
    files: ['src/web/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'max-lines-per-function': ['error', { max: 90, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
    },
  },
  {
    files: ['**/*.test.ts', 'test/**/*.ts', 'bench/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'no-console': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs', 'bin/tidewaiter'],
    ...tseslint.configs.disableTypeChecked,
  },
  prettier,
)
