/** Stands in the domain, where the API reads it too. */
export { confirmedOf } from '../domain/listing.js';
