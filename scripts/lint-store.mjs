// What Mozilla's store checks of an upload, on the Firefox build: any error fails, warnings are printed.
import { run, TOOLS } from './lib/run.mjs';

const BUILD = '.output/firefox-mv3';

const { output } = await run(TOOLS.webExt, [
  'lint',
  '--source-dir',
  BUILD,
  '--output',
  'json',
  '--no-config-discovery',
]);
const start = output.indexOf('{');
if (start < 0) {
  console.error(output);
  process.exit(1);
}
const report = JSON.parse(output.slice(start, output.lastIndexOf('}') + 1));
for (const message of [...report.errors, ...report.warnings]) {
  const where = message.file ? ` (${message.file}${message.line ? `:${message.line}` : ''})` : '';
  console.log(`${message._type} ${message.code}${where}: ${message.message}`);
}
console.log(`${report.errors.length} errors, ${report.warnings.length} warnings in ${BUILD}`);
process.exit(report.errors.length === 0 ? 0 : 1);
