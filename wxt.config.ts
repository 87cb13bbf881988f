import { defineConfig } from 'wxt';

const EVERY_PAGE = ['http://*/*', 'https://*/*', 'file:///*'];

/**
 * `scan` is listed by hand rather than built as a WXT content script: WXT's wrapper announces itself to the page with the
 * extension's id (decision 0003), and costs every page 1 kB more.
 */
export default defineConfig({
  manifestVersion: 3,
  modules: ['@wxt-dev/i18n/module'],
  imports: false,
  outDir: '.output',
  // A test build opens the shadow roots and differs in nothing else.
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}{{modeSuffix}}',
  vite: ({ mode }) => ({
    define: { __OPEN_ROOTS__: JSON.stringify(mode === 'test') },
    build: { sourcemap: false, target: 'es2022', cssTarget: ['chrome131', 'firefox142'] },
  }),
  // Each page, and the background, starts with one file of its own (decision 0025).
  hooks: {
    'entrypoints:grouped'(_wxt, groups) {
      const apart = groups.flatMap((group) => (Array.isArray(group) ? group.map((each) => [each]) : [group]));
      groups.splice(0, groups.length, ...apart);
    },
    'vite:build:extendConfig'(_entrypoints, { build }) {
      const output = build?.rollupOptions?.output;
      // Smaller when compressed, and read alike in whatever encoding a browser takes it for.
      for (const each of [output ?? []].flat()) each.charset = 'ascii';
      // What a page loads later may share with what it starts with: that stays in the file that it starts with.
      if (!build?.lib && output && !Array.isArray(output))
        output.codeSplitting = { groups: [{ name: 'start', tags: ['$initial'] }] };
    },
  },
  manifest: ({ browser }) => ({
    default_locale: 'en',
    name: 'Ibid',
    short_name: 'Ibid',
    description: '__MSG_extension_description__',
    permissions: [
      'storage',
      'unlimitedStorage',
      'scripting',
      'contextMenus',
      'alarms',
      // A background without a document cannot make a file: Firefox has one, Chromium lends one.
      ...(browser === 'firefox' ? [] : ['offscreen']),
    ],
    optional_permissions: ['downloads'],
    host_permissions: EVERY_PAGE,
    content_scripts: [
      {
        matches: EVERY_PAGE,
        js: ['scan.js'],
        css: ['assets/marks.css', 'assets/passages.css'],
        run_at: 'document_start',
        all_frames: true,
        match_about_blank: true,
      },
    ],
    omnibox: { keyword: 'ibid' },
    commands: {
      'open-note': {
        suggested_key: { default: 'Alt+Shift+I' },
        description: '__MSG_extension_openNote__',
      },
      'next-citation': {
        suggested_key: { default: 'Alt+Shift+J' },
        description: '__MSG_extension_nextCitation__',
      },
      'previous-citation': {
        suggested_key: { default: 'Alt+Shift+K' },
        description: '__MSG_extension_previousCitation__',
      },
      'save-passage': {
        suggested_key: { default: 'Alt+Shift+S' },
        description: '__MSG_extension_savePassage__',
      },
      // Chromium takes at most four suggestions; the reader can give it a key there.
      'open-panel': {
        ...(browser === 'firefox' && { suggested_key: { default: 'Alt+Shift+P' } }),
        description: '__MSG_extension_openPanel__',
      },
      'undo-passage': { description: '__MSG_extension_undoPassage__' },
      'redo-passage': { description: '__MSG_extension_redoPassage__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'ibid@ibid.example',
              strict_min_version: '142.0',
              data_collection_permissions: {
                required: ['none'],
                optional: ['websiteContent'],
              },
            },
          },
        }
      : { minimum_chrome_version: '131' }),
  }),
});
