import type { Listing } from '../../domain/listing.js';
import { type StateCode, states } from '../../domain/reference/states.js';
import { paths } from '../../web/paths.js';
import { authorityRows } from '../../wording/authority.js';
import { disciplineLabels, languageLabels } from '../../wording/labels.js';

/** A node of schema.org; what has no value is left out. */
type Node = Record<string, unknown>;

/**
 * A profile in the vocabulary of schema.org, for search engines: a page about a person and the service they offer. Only what the page
 * itself shows; of authority only what was verified and counts today. `origin` is the address of the site.
 */
export function structuredData(listing: Listing, origin: string): Node {
  const url = origin + paths.therapist(listing.slug);
  return {
    '@context': 'https://schema.org',
    '@type': 'ProfilePage',
    '@id': url,
    url,
    inLanguage: 'en-US',
    dateModified: listing.confirmedAt,
    mainEntity: personOf(listing, url),
  };
}

function personOf(listing: Listing, url: string): Node {
  const { profile } = listing;
  const { phone, email, web } = profile.contact;
  return present({
    '@type': 'Person',
    '@id': `${url}#therapist`,
    name: profile.name,
    honorificSuffix: profile.credentials,
    jobTitle: disciplineLabels[profile.discipline],
    description: profile.about,
    url,
    telephone: phone && `+1-${phone}`,
    email,
    sameAs: web,
    identifier: profile.npi && { '@type': 'PropertyValue', propertyID: 'NPI', value: profile.npi },
    knowsLanguage: profile.languages.map((id) => ({ '@type': 'Language', name: languageLabels[id] })),
    workLocation: profile.offices.map(({ city, state, zip }) => ({
      '@type': 'Place',
      address: {
        '@type': 'PostalAddress',
        addressLocality: city,
        addressRegion: state,
        postalCode: zip,
        addressCountry: 'US',
      },
    })),
    hasCredential: authorityRows(listing).map(({ state, basis }) => ({
      '@type': 'EducationalOccupationalCredential',
      credentialCategory: 'license',
      name: basis,
      validIn: stateNode(state),
    })),
    makesOffer: offerOf(listing),
  });
}

function offerOf({ profile, permissions }: Listing): Node {
  const where = [...new Set(permissions.map((permission) => permission.state))];
  const { hourly } = profile.fees;
  return present({
    '@type': 'Offer',
    itemOffered: {
      '@type': 'Service',
      name:
        profile.scope === 'in-session'
          ? 'Ketamine-assisted psychotherapy'
          : 'Preparation and integration for ketamine-assisted psychotherapy',
      areaServed: where.map((state: StateCode) => stateNode(states[state].name)),
    },
    priceSpecification: hourly !== null && {
      '@type': 'UnitPriceSpecification',
      price: hourly,
      priceCurrency: 'USD',
      unitText: 'hour',
    },
  });
}

const stateNode = (name: string): Node => ({ '@type': 'State', name });

function present(node: Node): Node {
  const empty = (value: unknown) =>
    value === null || value === false || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(node).filter(([, value]) => !empty(value)));
}
