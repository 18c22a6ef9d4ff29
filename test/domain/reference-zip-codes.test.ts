import { expect } from 'chai';
import { milesBetween, zipPlace } from '../../src/domain/reference/zip-codes.js';

describe('a ZIP code', () => {
  it('has a city, a state and a center', () => {
    expect(zipPlace('07302')).to.include({ zip: '07302', city: 'Jersey City', state: 'NJ' });
    expect(zipPlace('33101')).to.include({ city: 'Miami', state: 'FL' });
    expect(zipPlace('20001')).to.include({ state: 'DC' });
    expect(zipPlace('07302')?.lat).to.be.closeTo(40.7221, 0.0001);
    expect(zipPlace('07302')?.lng).to.be.closeTo(-74.0469, 0.0001);
  });

  it('is unknown outside our states, or if it is not five digits', () => {
    const puertoRico = '00901';
    const army = '09012';
    const canada = 'M5V';
    for (const text of [
      '00000',
      puertoRico,
      army,
      canada,
      'K1A 0B1',
      '7302',
      '07302-1234',
      ' 07302',
      '',
      '٠٧٣٠٢',
    ])
      expect(zipPlace(text), text).to.equal(null);
  });

  it('is as far from another one as on a map', () => {
    const newark = zipPlace('07102')!;
    const jerseyCity = zipPlace('07302')!;
    expect(milesBetween(newark, jerseyCity)).to.be.within(6, 9);
    expect(milesBetween(jerseyCity, newark)).to.equal(milesBetween(newark, jerseyCity));
    expect(milesBetween(newark, newark)).to.equal(0);
    expect(milesBetween(zipPlace('10001')!, zipPlace('33101')!)).to.be.within(1080, 1100);
  });

  it('is measured in miles on a globe: a quarter of it from the equator to a pole', () => {
    expect(milesBetween({ lat: 0, lng: 0 }, { lat: 90, lng: 0 })).to.be.closeTo(
      (Math.PI / 2) * 3958.8,
      0.001,
    );
    expect(milesBetween({ lat: 0, lng: 179.5 }, { lat: 0, lng: -179.5 })).to.be.closeTo(69.09, 0.01);
  });
});
