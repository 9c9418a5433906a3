/** The places of the stories. Each carries an identifier where its name says so. */
export const ID = 'clickid=Ab12Cd34Ef56'
export const AD = 'https://ads.example/'
export const TRACKER = `https://trk.example/click?${ID}`
export const LANDING = `https://lp.example/?${ID}`
export const NETWORK = `https://net.example/go?s1=Ab12Cd34Ef56`
export const OFFER = `https://offer.example/?${ID}`
export const OFFER_WITHOUT_ID = 'https://offer.example/'
