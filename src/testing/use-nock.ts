import { afterAll, afterEach, beforeAll } from '@jest/globals';
import nock from 'nock';

/**
 * Puts nock between the tests of a file and the network: nothing gets out, and a test that leaves an interceptor unused
 * fails. Afterwards the sockets are given back, because test files of one process share them, and each file's copy of
 * nock would catch the other's answers.
 */
export function useNock(): void {
  beforeAll(() => {
    if (!nock.isActive()) nock.activate();
    nock.disableNetConnect();
  });
  afterEach(() => {
    const unused = nock.pendingMocks();
    nock.cleanAll();
    if (unused.length > 0) throw new Error(`Interceptors never used: ${unused.join(', ')}`);
  });
  afterAll(() => {
    nock.enableNetConnect();
    nock.restore();
  });
}
