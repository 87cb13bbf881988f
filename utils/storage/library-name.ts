import type { Result } from '../model/failure';
import type { Library } from './library';

/** What this library is called among all that were ever made: another name is another library. Undefined where nothing was ever written. */
export const libraryName = (library: Library): Promise<Result<string | undefined>> =>
  library.use('kept.name', async (database) => (await database.clock.get('clock'))?.node);
