export const organizationNames: readonly string[] = [
  'Nordlicht Logistik',
  'Blue Harbor Foods',
  'Atelier Lumière',
  'Põhjala Disain',
  'Sakura Instruments',
  'Casa Verde',
  'Kestrel & Finch',
  'Öresund Robotics',
  'Żubr Packaging',
  'Anatolian Textiles',
  'Copper Kettle Coffee',
  'Meridian Surveying',
  'شركة النيل للتجارة',
  '青空ソフト',
  'Львівська Кава',
  'Aegean Yachts',
  'Mekong Ceramics',
  'Deccan Bearings',
  'Brightwater Clinics',
  'Fjordkraft Teknikk',
  'Quill & Ledger',
  'Pampa Solar',
  'Tern Aviation',
  'Glasperle GmbH',
  'Hearth & Home',
  'Little Owl Books',
  'Saffron Street Kitchens',
  'Zenith Elevators',
  'Lagoon Optics',
  'Marble Arch Legal',
];
export const organizationForms: readonly string[] = ['', ' Group', ' Partners', ' International', ' Labs'];

export const jobTitles: readonly string[] = [
  'Buyer',
  'Head of Procurement',
  'Managing Director',
  'Office Manager',
  'CTO',
  'Einkaufsleiterin',
  'Directrice générale',
  'Plant Manager',
  'Sales Engineer',
  'Warehouse Lead',
  'Founder',
  'Controller',
];

export const personNotes: readonly string[] = [
  'Prefers to be called in the morning.',
  'Met at the spring fair; asked for the maintenance plan.',
  'Decides together with the finance team.\nWants prices in euro.',
  'Speaks German and French.',
  'Renewal is due in the first quarter.',
];

export const quotes: readonly string[] = [
  'Long-time customer with seasonal demand.',
  'Came through a partner. Compares three suppliers.',
  'Interested in the extended warranty — follow up after the budget round.',
  'Zufrieden mit der letzten Lieferung.\n\nFragt nach Mengenrabatt ab 500 Stück.',
  'Utilise déjà le modèle précédent ; migration prévue au printemps.',
];

export const dealNouns: readonly string[] = [
  'Annual supply',
  'Pilot project',
  'Fleet renewal',
  'Service contract',
  'Rollout',
  'Replacement parts',
  'Training days',
  'Extension',
  'Framework agreement',
  'Prototype',
];

export const lostReasons: readonly string[] = ['Price', 'Chose a competitor', 'No budget this year', 'No answer'];

export const productAdjectives: readonly string[] = [
  'Compact',
  'Industrial',
  'Portable',
  'Silent',
  'Modular',
  'Heavy-duty',
  'Smart',
  'Classic',
  'Solar',
  'Precision',
];
export const productNouns: readonly string[] = [
  'Pump',
  'Conveyor',
  'Sensor',
  'Label Printer',
  'Control Unit',
  'Battery Pack',
  'Espresso Machine',
  'Work Lamp',
  'Support Plan',
  'Onboarding Day',
  'Filter Set',
  'Air Dryer',
  'Scale',
  'Router',
  'Licence',
];
export const units: readonly string[] = ['piece', 'set', 'hour', 'm²', 'licence', 'kg'];

export const activitySubjects: ReadonlyMap<string, readonly string[]> = new Map([
  ['call', ['Intro call', 'Follow-up call', 'Call about the offer']],
  ['meeting', ['Kick-off', 'On-site visit', 'Quarterly review']],
  ['task', ['Prepare offer', 'Check stock', 'Send samples']],
  ['email', ['Send price list', 'Answer questions']],
  ['lunch', ['Lunch']],
  ['deadline', ['Offer expires', 'Tender closes']],
]);

export const noteTexts: readonly string[] = [
  '<p>Called about the offer. <b>Wants a discount</b> for a second year.</p>',
  '<p>Prefers <i>invoices by mail</i>.</p><ul><li>Delivery in March</li><li>Training for six people</li></ul>',
  'Plain text with a line\nbreak and an & sign.',
  '<p>Spoke with the technician: the old pump fits after all.</p>',
  '<p>Besuch am Messestand; Muster zugesagt.</p>',
  '<p onclick="alert(1)">Pasted from elsewhere <img src=x onerror=alert(1)><script>alert(1)</script></p>',
];

export const mailTexts: readonly (readonly [subject: string, body: string])[] = [
  ['Your offer', '<p>Thank you for the offer.</p><p>Could you split the delivery into two parts?</p>'],
  ['Re: Your offer', '<p>Yes, two parts are possible.<br>Kind regards</p>'],
  ['Invoice 2026-118', '<p>The invoice is attached.</p>'],
  ['Termin nächste Woche', '<p>Passt Ihnen Dienstag um 10 Uhr?</p>'],
  ['Meeting notes', '<ol><li>Scope</li><li>Price</li></ol><p><img src="http://tracker.example.invalid/pixel.gif"></p>'],
];
