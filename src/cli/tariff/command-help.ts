/** What the help of every tariff command says of the database that it works on. */
export const worksOn = `
Works on the database of the installation in TIDEWAITER_DATA (var/), whether it runs or not, or on
DATABASE_URL.`
