package dev.rolewire.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/// An issuer with a real server for its keys, that signs what it is asked to.
final class TokenIssuer implements AutoCloseable {

    static final String AUDIENCE = "rolewire-test";

    private final HttpServer server;

    private final List<RSAKey> listed = new CopyOnWriteArrayList<>();

    private final AtomicInteger asked = new AtomicInteger();

    private volatile boolean down;

    private RSAKey current;

    TokenIssuer() {
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        }
        catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        this.current = newKey();
        this.listed.add(this.current);
        this.server.createContext("/keys", (exchange) -> {
            this.asked.incrementAndGet();
            answer(exchange, new JWKSet(new ArrayList<JWK>(this.listed)).toString());
        });
        this.server.createContext("/.well-known/openid-configuration",
                (exchange) -> answer(exchange, "{\"issuer\": \"" + issuer() + "\", \"jwks_uri\": \"" + keys() + "\"}"));
        this.server.start();
    }

    String issuer() {
        return "http://localhost:" + this.server.getAddress().getPort();
    }

    String keys() {
        return issuer() + "/keys";
    }

    /// How often it was asked for its keys.
    int asked() {
        return this.asked.get();
    }

    /// Answers nothing useful from now on.
    void down(boolean isDown) {
        this.down = isDown;
    }

    /// Signs with a new key; the old one is still listed until it is withdrawn.
    void rotate() {
        this.current = newKey();
        this.listed.add(this.current);
    }

    /// Lists the current key only.
    void withdrawOld() {
        this.listed.removeIf((key) -> key != this.current);
    }

    /// What a good token says.
    JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder().issuer(issuer())
            .audience(AUDIENCE)
            .subject("pipeline")
            .claim("scope", "openid rolewire.analyse")
            .issueTime(Date.from(Instant.now()))
            .expirationTime(Date.from(Instant.now().plusSeconds(600)));
    }

    String good() {
        return sign(claims(), this.current);
    }

    String sign(JWTClaimsSet.Builder claims) {
        return sign(claims, this.current);
    }

    /// Signs with a key that it does not list.
    String forged() {
        return sign(claims(), newKey());
    }

    /// Says `alg: none`.
    String unsigned() {
        return new PlainJWT(claims().build()).serialize();
    }

    /// Uses the public key as the secret of an HMAC.
    String confused() {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(this.current.getKeyID()).build(), claims().build());
            token.sign(new MACSigner(this.current.toRSAPublicKey().getEncoded()));
            return token.serialize();
        }
        catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        this.server.stop(0);
    }

    private static String sign(JWTClaimsSet.Builder claims, RSAKey key) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                    claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        }
        catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        }
        catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void answer(HttpExchange exchange, String text) throws IOException {
        byte[] body = (this.down ? "down" : text).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(this.down ? 500 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

}
