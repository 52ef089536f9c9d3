/** A written name and its spelling in Latin letters, for e-mail addresses. */
type Name = string | readonly [written: string, latin: string];

export interface Place {
  city: string;
  region: string;
  postal: string;
  street: string;
}

export interface Culture {
  country: string;
  first: readonly Name[];
  last: readonly Name[];
  places: readonly Place[];
  /** A number of a range that the country keeps free for fiction. */
  phone: (n: number) => string;
  currency: string;
  /** The family name is written first, without a space. */
  familyFirst?: boolean;
}

const digits = (n: number, count: number): string => String(n % 10 ** count).padStart(count, '0');

/** The n-th number of lots of so many, each lot with a beginning of its own. */
const inLots = (n: number, size: number, beginnings: readonly string[]): string =>
  `${beginnings[Math.floor(n / size) % beginnings.length]}${digits(n, String(size - 1).length)}`;

const american = (...areas: readonly string[]) => {
  const beginnings = areas.map((area) => `+1 ${area} 555 01`);
  return (n: number) => inLots(n, 100, beginnings);
};
const britishLots = [
  '20 7946 0',
  ...['113', '114', '115', '116', '117', '118', '121', '131', '141'].map((area) => `${area} 496 0`),
];
const british = (n: number): string => `+44 ${inLots(n, 1000, britishLots)}`;
const french = (n: number): string => `+33 1 99 00 ${digits(Math.floor(n / 100), 2)} ${digits(n, 2)}`;
const german = (n: number): string => `+49 ${inLots(n, 1000, ['30 23125 ', '40 66969 ', '221 4710 ', '69 90009 ', '89 99998 '])}`;
const swedish = (n: number): string => `+46 ${inLots(n, 100, ['8 465 004 ', '31 390 06 ', '40 628 04 ', '980 319 2'])}`;
const australian = (n: number): string => `+61 2 5550 ${digits(n, 4)}`;

export const cultures: readonly Culture[] = [
  {
    country: 'United States',
    first: ['Olivia', 'James', 'Ava', 'Marcus', 'Harper', 'Ethan', 'Grace', 'Dwayne', 'Maya', "D'Andre"],
    last: ['Johnson', 'Rivera', 'Nguyen', "O'Neill", 'Washington', 'Miller', 'Brooks', 'Van Buren', 'Castillo'],
    places: [
      { city: 'Portland', region: 'Oregon', postal: '97204', street: 'Alder Street' },
      { city: 'Austin', region: 'Texas', postal: '78701', street: 'Congress Avenue' },
      { city: 'Boston', region: 'Massachusetts', postal: '02110', street: 'Harbor Lane' },
    ],
    phone: american('503', '201', '312', '404', '512', '617', '702', '818', '916', '206'),
    currency: 'USD',
  },
  {
    country: 'United Kingdom',
    first: ['Amelia', 'Oliver', 'Isla', 'Harry', 'Freya', 'Callum', 'Poppy', 'Rhys', 'Siân'],
    last: ['Smith', 'Taylor', 'Davies', 'Patel', 'MacDonald', 'Hughes', 'Ashworth-Clarke', 'Begum'],
    places: [
      { city: 'Leeds', region: 'West Yorkshire', postal: 'LS1 4DY', street: 'Park Row' },
      { city: 'Bristol', region: 'Bristol', postal: 'BS1 5TR', street: 'Queen Square' },
    ],
    phone: british,
    currency: 'GBP',
  },
  {
    country: 'Germany',
    first: ['Jürgen', 'Anneliese', 'Björn', 'Käthe', 'Lukas', 'Zoë', 'Friederike', 'Günther'],
    last: ['Müller', 'Weiß', 'Schröder', 'von der Heide', 'Jäger', 'Öztürk', 'Becker', 'Groß'],
    places: [
      { city: 'Köln', region: 'Nordrhein-Westfalen', postal: '50667', street: 'Domstraße' },
      { city: 'Leipzig', region: 'Sachsen', postal: '04109', street: 'Thomasgasse' },
    ],
    phone: german,
    currency: 'EUR',
  },
  {
    country: 'France',
    first: ['Chloé', 'Jean-Luc', 'Amélie', 'Théo', 'Maëlys', 'François', 'Inès', 'Benoît'],
    last: ['Lefèvre', 'Dubois', "D'Artagnan", 'Moreau', 'Girard', 'Benali', 'Rousseau'],
    places: [
      { city: 'Lyon', region: 'Auvergne-Rhône-Alpes', postal: '69002', street: 'Rue Mercière' },
      { city: 'Nantes', region: 'Pays de la Loire', postal: '44000', street: 'Quai de la Fosse' },
    ],
    phone: french,
    currency: 'EUR',
  },
  {
    country: 'Estonia',
    first: ['Mari', 'Jüri', 'Õnne', 'Tõnu', 'Kadri', 'Ülo', 'Liis', 'Priit'],
    last: ['Tamm', 'Sepp', 'Mägi', 'Kõiv', 'Põldma', 'Saar', 'Öpik'],
    places: [{ city: 'Tartu', region: 'Tartu maakond', postal: '51007', street: 'Rüütli' }],
    phone: british,
    currency: 'EUR',
  },
  {
    country: 'Sweden',
    first: ['Åsa', 'Björn', 'Märta', 'Nils', 'Elsa', 'Håkan'],
    last: ['Lindström', 'Åkesson', 'Öberg', 'Nyström', 'Bergqvist'],
    places: [{ city: 'Göteborg', region: 'Västra Götaland', postal: '411 06', street: 'Kungsgatan' }],
    phone: swedish,
    currency: 'SEK',
  },
  {
    country: 'Brazil',
    first: ['João', 'Conceição', 'Luís', 'Beatriz', 'Thiago', 'Inês'],
    last: ['Gonçalves', 'da Silva', 'Araújo', 'Magalhães', 'dos Santos'],
    places: [{ city: 'São Paulo', region: 'São Paulo', postal: '01310-100', street: 'Rua das Flores' }],
    phone: american('212', '305', '407', '561', '646', '718', '754', '772', '786', '813'),
    currency: 'BRL',
  },
  {
    country: 'Poland',
    first: ['Małgorzata', 'Wojciech', 'Łukasz', 'Agnieszka', 'Świętosława'],
    last: ['Wiśniewska', 'Kowalczyk', 'Żak', 'Dąbrowski', 'Błaszczyk'],
    places: [{ city: 'Łódź', region: 'łódzkie', postal: '90-001', street: 'Piotrkowska' }],
    phone: german,
    currency: 'PLN',
  },
  {
    country: 'Türkiye',
    first: ['Ayşe', 'İbrahim', 'Gökçe', 'Çağla', 'Oğuz'],
    last: ['Yılmaz', 'Şahin', 'Çelik', 'İnönü', 'Güneş'],
    places: [{ city: 'İzmir', region: 'İzmir', postal: '35210', street: 'Kıbrıs Sokağı' }],
    phone: german,
    currency: 'TRY',
  },
  {
    country: 'Japan',
    first: [
      ['美咲', 'misaki'],
      ['翔太', 'shota'],
      ['陽菜', 'hina'],
      ['大輔', 'daisuke'],
    ],
    last: [
      ['佐藤', 'sato'],
      ['高橋', 'takahashi'],
      ['渡辺', 'watanabe'],
      ['伊藤', 'ito'],
    ],
    places: [{ city: '大阪市', region: '大阪府', postal: '530-0001', street: '梅田' }],
    phone: australian,
    currency: 'JPY',
    familyFirst: true,
  },
  {
    country: 'China',
    first: [
      ['伟', 'wei'],
      ['秀英', 'xiuying'],
      ['娜', 'na'],
      ['磊', 'lei'],
    ],
    last: [
      ['王', 'wang'],
      ['李', 'li'],
      ['张', 'zhang'],
      ['欧阳', 'ouyang'],
    ],
    places: [{ city: '上海', region: '上海市', postal: '200001', street: '南京路' }],
    phone: australian,
    currency: 'CNY',
    familyFirst: true,
  },
  {
    country: 'Egypt',
    first: [
      ['أحمد', 'ahmed'],
      ['فاطمة', 'fatma'],
      ['يوسف', 'youssef'],
      ['مريم', 'mariam'],
    ],
    last: [
      ['حسن', 'hassan'],
      ['عبد الله', 'abdallah'],
      ['المصري', 'elmasry'],
    ],
    places: [{ city: 'القاهرة', region: 'القاهرة', postal: '11511', street: 'شارع النيل' }],
    phone: british,
    currency: 'EGP',
  },
  {
    country: 'Israel',
    first: [
      ['נועה', 'noa'],
      ['דוד', 'david'],
      ['יעל', 'yael'],
    ],
    last: [
      ['כהן', 'cohen'],
      ['לוי', 'levi'],
      ['מזרחי', 'mizrahi'],
    ],
    places: [{ city: 'חיפה', region: 'חיפה', postal: '3303142', street: 'הרצל' }],
    phone: british,
    currency: 'ILS',
  },
  {
    country: 'Ukraine',
    first: [
      ['Олена', 'olena'],
      ['Андрій', 'andrii'],
      ['Їжак', 'yizhak'],
      ['Софія', 'sofiia'],
    ],
    last: [
      ['Шевченко', 'shevchenko'],
      ['Коваль', 'koval'],
      ["Лук'яненко", 'lukianenko'],
    ],
    places: [{ city: 'Львів', region: 'Львівська область', postal: '79000', street: 'вулиця Руська' }],
    phone: german,
    currency: 'UAH',
  },
  {
    country: 'India',
    first: ['Aarav', 'Priya', ['दिव्या', 'divya'], ['राहुल', 'rahul'], 'Lakshmi'],
    last: ['Iyer', 'Chatterjee', ['शर्मा', 'sharma'], 'Venkataraman', 'Singh'],
    places: [{ city: 'Bengaluru', region: 'Karnataka', postal: '560001', street: 'Church Street' }],
    phone: american('415', '408', '510', '628', '650', '669', '707', '831', '925', '209'),
    currency: 'INR',
  },
  {
    country: 'Greece',
    first: [
      ['Ελένη', 'eleni'],
      ['Γιώργος', 'giorgos'],
      ['Αθηνά', 'athina'],
    ],
    last: [
      ['Παπαδόπουλος', 'papadopoulos'],
      ['Νικολάου', 'nikolaou'],
      ['Ζαχαρίου', 'zachariou'],
    ],
    places: [{ city: 'Θεσσαλονίκη', region: 'Κεντρική Μακεδονία', postal: '546 24', street: 'Τσιμισκή' }],
    phone: french,
    currency: 'EUR',
  },
  {
    country: 'Viet Nam',
    first: ['Thị Hương', 'Văn Đức', 'Ngọc Ánh', 'Quốc Bảo'],
    last: ['Nguyễn', 'Trần', 'Đặng', 'Phạm'],
    places: [{ city: 'Đà Nẵng', region: 'Đà Nẵng', postal: '550000', street: 'Bạch Đằng' }],
    phone: australian,
    currency: 'VND',
  },
];

/** The name in Latin letters, as it is written abroad. */
export function abroad(name: Name): string {
  return typeof name === 'string' ? name : name[1].charAt(0).toUpperCase() + name[1].slice(1);
}

export function written(name: Name): string {
  return typeof name === 'string' ? name : name[0];
}

/** The name as the local part of an e-mail address can hold it. */
export function latin(name: Name): string {
  const text = typeof name === 'string' ? name : name[1];
  return text
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll('đ', 'd')
    .replaceAll('ß', 'ss')
    .replaceAll('ı', 'i')
    .normalize('NFD')
    .replace(/[^a-z]/g, '');
}
