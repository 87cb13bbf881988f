import { defineConfig } from 'wxt';

const EVERY_PAGE = ['http://*/*', 'https://*/*', 'file:///*'];

/**
 * `scan` is listed by hand rather than built as a WXT content script: WXT's wrapper announces itself to the page with the
 * extension's id (decision 0003), and costs every page 1 kB more.
 */
export default defineConfig({
  manifestVersion: 3,
  imports: false,
  outDir: '.output',
  // A test build opens the shadow roots and differs in nothing else.
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}{{modeSuffix}}',
  vite: ({ mode }) => ({
    define: { __OPEN_ROOTS__: JSON.stringify(mode === 'test') },
    build: { sourcemap: false, target: 'es2022', cssTarget: ['chrome128', 'firefox142'] },
  }),
  manifest: ({ browser }) => ({
    name: 'Ibid',
    short_name: 'Ibid',
    description:
      'Hover over a citation on any page: what the study is, what it found, the passage it supports. Keep what matters, on your own machine.',
    permissions: ['storage', 'unlimitedStorage', 'scripting', 'contextMenus'],
    host_permissions: EVERY_PAGE,
    content_scripts: [
      {
        matches: EVERY_PAGE,
        js: ['scan.js'],
        run_at: 'document_start',
        all_frames: true,
        match_about_blank: true,
      },
    ],
    commands: {
      'open-note': {
        suggested_key: { default: 'Alt+Shift+I' },
        description: 'Open the note of the focused or nearest citation',
      },
      'next-citation': {
        suggested_key: { default: 'Alt+Shift+J' },
        description: 'Go to the next citation',
      },
      'previous-citation': {
        suggested_key: { default: 'Alt+Shift+K' },
        description: 'Go to the previous citation',
      },
      'save-passage': {
        suggested_key: { default: 'Alt+Shift+S' },
        description: 'Save the selected passage',
      },
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
      : { minimum_chrome_version: '128' }),
  }),
});
