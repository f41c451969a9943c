/** The boundaries between the rooms of the house; ARCHITECTURE.md draws them. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'customs-is-pure',
      comment: 'Customs knowledge has no effects: no Node module, no database, no other room.',
      severity: 'error',
      from: { path: '^src/customs/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^src/customs/', 'node_modules/(big\\.js|typebox|saxes|xmlchars)'] },
    },
    {
      name: 'platform-knows-no-room',
      comment: 'The machine serves the rooms; it knows only arithmetic and results of customs.',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^src/(?!platform/|customs/(result|failure-codes|calendar/|money/|json-pointer))',
      },
    },
    {
      name: 'authority-stands-alone',
      comment: 'The other side of the door reads the bytes with its own eyes.',
      severity: 'error',
      from: { path: '^src/authority/', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^src/(?!authority/|platform/|customs/(money|calendar)/|customs/(result|failure-codes|json-pointer|bilingual-text)\\.ts)',
      },
    },
    {
      name: 'nobody-imports-the-authority',
      comment:
        'The officers’ desk is the authority’s own; it knows it by its types alone, as every page.',
      severity: 'error',
      from: { path: '^src/(?!authority/|cli/|web/desk/)', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/authority/' },
    },
    {
      name: 'exchange-knows-no-case',
      severity: 'error',
      from: { path: '^src/exchange/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/(?!exchange/|platform/|customs/)' },
    },
    {
      name: 'clearance-knows-no-interface',
      severity: 'error',
      from: { path: '^src/clearance/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/(api|cli|web|tracking|agents|access|authority)/' },
    },
    {
      name: 'correspondence-knows-no-interface',
      severity: 'error',
      from: { path: '^src/correspondence/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/(api|cli|web|tracking|agents|access|authority|papers)/' },
    },
    {
      name: 'clearance-knows-no-letters',
      comment: 'A case has its events of letters; what they say is written beside it.',
      severity: 'error',
      from: { path: '^src/clearance/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/correspondence/' },
    },
    {
      name: 'web-speaks-http',
      comment: 'A page knows the interface by its types alone; what it works out itself is pure.',
      severity: 'error',
      from: { path: '^src/web/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/(?!web/|customs/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pages-do-not-know-each-other',
      comment: 'Console, desk, tracking, stage and estimates share the kit and nothing else.',
      severity: 'error',
      from: { path: '^src/web/(console|desk|tracking|stage|estimate)/' },
      to: { path: '^src/web/(?!kit/|$1/)' },
    },
    {
      name: 'nobody-imports-pages',
      severity: 'error',
      from: { path: '^src/(?!web/)' },
      to: { path: '^src/web/' },
    },
    {
      name: 'papers-render-only',
      severity: 'error',
      from: { path: '^src/papers/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/(?!papers/|customs/|platform/)' },
    },
    {
      name: 'tariffs-know-law-and-machine-only',
      comment: 'What authorities publish is the same for every case and every way in.',
      severity: 'error',
      from: { path: '^src/tariffs/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/(?!tariffs/|customs/|platform/)' },
    },
    {
      name: 'quotes-know-law-and-machine-only',
      comment: 'What is promised of a sale is promised before there is an order or a case.',
      severity: 'error',
      from: { path: '^src/quotes/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/(?!quotes/|customs/|platform/)' },
    },
    {
      name: 'relationship-reads-what-others-record',
      comment: 'It tells of cases and messages and changes neither; no other room knows of it.',
      severity: 'error',
      from: { path: '^src/relationship/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/(?!relationship/|customs/|platform/|clearance/|access/|correspondence/)' },
    },
    {
      name: 'bare-database-stays-in-platform',
      comment: 'Outside, SQL runs inside inTenant() or inTransaction() only.',
      severity: 'error',
      from: { path: '^src/(?!platform/)', pathNot: '\\.test\\.ts$' },
      to: {
        path: ['node_modules/(pg|pg-boss)/', '^src/platform/postgres/(connect|session)\\.ts$'],
      },
    },
    {
      name: 'no-tests-in-code',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.ts$' },
      to: { path: ['^test/', '\\.test\\.ts$'] },
    },
    {
      name: 'no-dev-dependency-at-run-time',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
