// What a column of a table of invoices can mean, with the headings that programs give it. Headings are compared
// without case, blanks, dots, hyphens and what stands in brackets; umlauts equal their two letters.

export type Field = keyof typeof HEADINGS

// Where a heading fits two fields the first one in this list has it.
const HEADINGS = {
  number: `
    Rechnungsnummer | Rechnungsnr | RechnungNr | RgNr | ReNr | RNr | Rechnung | Belegnummer |
    Belegnr | Beleg | Belegfeld 1 | Nummer | Nr | OP-Nummer | OPNr | Rechnungs-ID | Invoice number |
    Invoice no | Invoice | Invoice ID | Number | Factuurnummer | Factuur`,
  issueDate: `
    Rechnungsdatum | Datum | RgDatum | ReDatum | Belegdatum | Ausgestellt am | Ausstellungsdatum |
    Datum der Rechnung | Erstellt am | Invoice date | Issue date | Date | Issued | Factuurdatum`,
  dueDate: `
    Fällig | Fällig am | Fälligkeit | Fälligkeitsdatum | Fälligkeitstag | Zahlbar bis | Zahlungsziel |
    Zahlungsfrist | Fällig zum | Due date | Due | Payment due | Vervaldatum`,
  open: `
    Offen | Offener Betrag | Offen EUR | Offene Summe | Restbetrag | Rest | Saldo | Offener Posten |
    OP-Betrag | OP | Noch offen | Ausstehend | Fälliger Betrag | Open amount | Amount due |
    Outstanding | Balance | Open | Openstaand`,
  paid: `
    Bezahlt | Gezahlt | Bereits bezahlt | Zahlung | Zahlungen | Zahlbetrag | Anzahlung |
    Zahlungseingang | Bezahlter Betrag | Paid | Amount paid | Prepaid | Betaald`,
  total: `
    Rechnungsbetrag | Bruttobetrag | Brutto | Gesamtbetrag | Rechnungssumme | Betrag | Gesamt | Summe | Gesamtsumme | Endbetrag | Summe brutto | Betrag brutto | Umsatz | Amount |
    Total | Gross | Gross amount | Total amount | Grand total | Bedrag | Totaal`,
  net: `
    Nettobetrag | Netto | Betrag netto | Summe netto | Net | Net amount`,
  currency: `
    Währung | WKZ | Währungskennzeichen | Currency | Valuta`,
  company: `
    Firma | Firmenname | Unternehmen | Company | Company name | Firma 1 | Organisation | Bedrijf`,
  salutation: `
    Anrede | Salutation | Geschlecht | Titel und Anrede`,
  firstName: `
    Vorname | Vornamen | First name | Firstname | Given name | Voornaam`,
  lastName: `
    Nachname | Familienname | Zuname | Last name | Lastname | Surname | Family name | Achternaam`,
  name: `
    Name | Kunde | Kundenname | Debitor | Debitorenname | Rechnungsempfänger | Empfänger | Patient |
    Patientin | Patientenname | Klient | Klientin | Mandant | Schuldner | Customer | Customer name |
    Client | Buyer | Klant | Name Kunde | Vor- und Nachname | Vollständiger Name |
    Zahlungspflichtiger | Adressat`,
  contactPerson: `
    Ansprechpartner | Ansprechpartnerin | Kontaktperson | Kontakt | Contact | Contact person`,
  street: `
    Straße | Str | Straße und Hausnummer | Straße Hausnummer | Straße Nr | Anschrift | Adresse |
    Street | Street address | Address | Address 1 | Adresse 1 | Straat`,
  houseNumber: `
    Hausnummer | Hausnr | HNr | House number | Huisnummer`,
  extra: `
    Adresszusatz | Zusatz | Adresse 2 | Address 2 | Anschrift 2 | c/o | Address line 2`,
  postCode: `
    PLZ | Postleitzahl | Zip | Zip code | Postal code | Postcode | Post code`,
  city: `
    Ort | Stadt | Wohnort | City | Town | Plaats`,
  postCodeAndCity: `
    PLZ Ort | PLZ/Ort | PLZ, Ort | PLZ und Ort | Postleitzahl Ort`,
  country: `
    Land | Länderkennzeichen | Staat | Ländercode | Country | Country code`,
  email: `
    E-Mail | E-Mail-Adresse | Mail | Mailadresse | E-Mail-Addresse | Email address`,
  phone: `
    Telefon | Telefonnummer | Tel | Mobil | Mobilnummer | Handy | Phone | Mobile | Telefoon`,
  vatId: `
    USt-IdNr | UStID | USt-ID | Umsatzsteuer-ID | UID | UID-Nummer | VAT ID | VAT number |
    Btw-nummer`,
  customerNumber: `
    Kundennummer | Kundennr | Kunden-Nr | KdNr | Debitorennummer | Debitorennr | Debitorenkonto |
    Konto | Patientennummer | Patienten-ID | Kunden-ID | Customer number | Customer no | Customer ID |
    Klantnummer`,
  subject: `
    Leistung | Betreff | Beschreibung | Bezeichnung | Leistungsbeschreibung | Artikel | Buchungstext |
    Verwendungszweck | Text | Titel | Projekt | Subject | Description | Service | Omschrijving`,
  serviceDate: `
    Leistungsdatum | Lieferdatum | Behandlungsdatum | Datum der Leistung | Service date |
    Delivery date`,
  serviceFrom: `
    Leistung von | Leistungszeitraum von | Leistungsbeginn | Zeitraum von | Von | Service from |
    Period from`,
  serviceTo: `
    Leistung bis | Leistungszeitraum bis | Leistungsende | Zeitraum bis | Bis | Service to |
    Period to`,
  birthDate: `
    Geburtsdatum | Geburtstag | Geb-Datum | geboren am | Date of birth | Birth date | Geboortedatum`,
  dunningLevel: `
    Mahnstufe | Mahnlevel | Mahnungen | Anzahl Mahnungen | Dunning level | Reminders`,
  lastNoticeOn: `
    Letzte Mahnung | Letzte Mahnung am | Gemahnt am | Mahndatum | Last reminder | Last notice`,
} as const satisfies Readonly<Record<string, string>>

export const FIELDS = Object.keys(HEADINGS) as readonly Field[] // the keys of the object above

export type AmountField = 'total' | 'net' | 'open' | 'paid'
export type DateField =
  | 'issueDate'
  | 'dueDate'
  | 'serviceDate'
  | 'serviceFrom'
  | 'serviceTo'
  | 'birthDate'
  | 'lastNoticeOn'

export const AMOUNT_FIELDS: ReadonlySet<Field> = new Set<AmountField>(['total', 'net', 'open', 'paid'])
export const DATE_FIELDS: ReadonlySet<Field> = new Set<DateField>([
  'issueDate',
  'dueDate',
  'serviceDate',
  'serviceFrom',
  'serviceTo',
  'birthDate',
  'lastNoticeOn',
])

/** A field with how well the heading names it: 0 is the first heading of its list. */
export type HeadingMatch = { readonly field: Field; readonly rank: number }

const BY_HEADING: ReadonlyMap<string, HeadingMatch> = new Map(
  FIELDS.toReversed().flatMap((field) =>
    HEADINGS[field].split('|').map((heading, rank) => [folded(heading), { field, rank }] as const),
  ),
)

/** The field that a heading names by itself; undefined where it names none. */
export function fieldOfHeading(heading: string): HeadingMatch | undefined {
  const withoutUnit = heading.replace(/[([].*$/, '').replace(/\b(in|EUR|Euro)\b|€/g, '')
  return BY_HEADING.get(folded(heading)) ?? BY_HEADING.get(folded(withoutUnit))
}

function folded(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replace(/[^a-z0-9]/g, '')
}
