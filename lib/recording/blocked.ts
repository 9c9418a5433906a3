/*
 * Chromium: net_error_list.h. Firefox says NS_ERROR_ABORT (2147500036) of what an extension or a policy refused, and
 * NS_BINDING_ABORTED of what was merely given up (both measured: test/fixtures/recording/firefox/blocked-link.json).
 */
const BLOCKED = /ERR_BLOCKED_BY_(?:CLIENT|ADMINISTRATOR)|NS_ERROR_ABORT\b|NS_ERROR_BLOCKED_BY_POLICY|2147500036/

/** Whether an error says that something in the browser itself refused the request: an extension's rule, a policy. */
export const isBlocked = (error: string): boolean => BLOCKED.test(error)
