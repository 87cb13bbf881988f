/** True only in the test build: shadow roots are open, so that a test driver can look inside. */
declare const __OPEN_ROOTS__: boolean;
