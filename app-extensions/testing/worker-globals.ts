// HubSpot's package looks for `self` when it is imported, so tests import this file before anything else.
Object.assign(globalThis, { self: globalThis });
