// A certified OpenID Connect provider (npm `oidc-provider`) on loopback, with logins that only ask for a name.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [modules, port, redirect] = process.argv.slice(2);
const found = createRequire(`${modules}/`).resolve('oidc-provider');
const { default: Provider } = await import(pathToFileURL(found));

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [
    {
      client_id: 'portaal',
      client_secret: 'geheim-van-het-portaal',
      redirect_uris: [redirect],
      post_logout_redirect_uris: [redirect.replace('/organisatie/terug', '/inloggen')],
    },
  ],
  pkce: { required: () => true },
  features: { devInteractions: { enabled: true }, rpInitiatedLogout: { enabled: true } },
  findAccount: (context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
});
provider.listen(Number(port), '127.0.0.1', () => console.log('ready'));
