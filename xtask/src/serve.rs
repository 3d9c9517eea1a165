//! `cargo xtask serve`: the app while it is being written.
//!
//! Listens on the loopback address only. A build that fails is printed, and
//! the last good one stays.

use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, RwLock};
use std::time::{Duration, SystemTime};

use anyhow::{Context as _, Result};
use axum::Router;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse as _, Response};
use notify::{EventKind, RecursiveMode, Watcher as _};
use tower_livereload::{LiveReloadLayer, Reloader};

use crate::hosted::{self, Purpose, Site};
use crate::ondemand::{self, Ondemand};
use crate::project::Project;
use crate::wasm::{self, Module, Profile};

const PORT: u16 = 8420;

type Shared = Arc<RwLock<Option<Site>>>;

/// Builds, serves, and rebuilds until interrupted.
pub(crate) fn serve(project: &Project, port: Option<u16>) -> Result<()> {
    let listener = listen(port)?;
    let address = listener.local_addr()?;
    let (sender, changes) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // Reading counts as an access; to rebuild on it would never end.
        let Ok(event) = event else { return };
        if !matches!(event.kind, EventKind::Access(_))
            && event.paths.iter().any(|path| counts(path))
        {
            // The receiver is gone only when the program ends.
            sender.send(()).ok();
        }
    })?;
    for folder in ["src", "crates", "style", "public", "rules"] {
        let folder = project.root.join(folder);
        if folder.is_dir() {
            watcher.watch(&folder, RecursiveMode::Recursive)?;
        }
    }
    // The root itself, because editors replace index.html rather than write it.
    watcher.watch(&project.root, RecursiveMode::NonRecursive)?;

    let shared = Shared::default();
    let layer = LiveReloadLayer::new().request_predicate(never);
    let reloader = layer.reloader();
    let serving = Arc::clone(&shared);
    let router = Router::new().fallback(move |uri: Uri| answer(Arc::clone(&serving), uri));
    std::thread::spawn(move || run_server(listener, router.layer(layer)));
    println!("Building the app (some minutes when nothing is built yet).");
    keep_building(project, &shared, &reloader, &changes, || {
        println!("\nServing http://{address}/ and rebuilding on change; Ctrl-C ends it.");
    });
    Ok(())
}

/// Our page carries the reload script itself, so nothing is to be injected.
fn never<T>(_: &axum::http::Request<T>) -> bool {
    false
}

fn counts(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let top = ["dist", "target", ".git"].contains(&name);
    !top && !name.starts_with('.') && !name.ends_with('~') && name != "Cargo.lock"
}

fn listen(port: Option<u16>) -> Result<TcpListener> {
    let open = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    let listener = match port {
        Some(port) => open(port).with_context(|| format!("port {port} cannot be used"))?,
        None => (PORT..PORT + 50)
            .find_map(|port| open(port).ok())
            .with_context(|| format!("no free port from {PORT} on; name one with --port"))?,
    };
    listener.set_nonblocking(true)?;
    Ok(listener)
}

fn run_server(listener: TcpListener, router: Router) {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
    let served = runtime.map(|runtime| {
        runtime.block_on(async {
            axum::serve(tokio::net::TcpListener::from_std(listener)?, router).await
        })
    });
    if let Err(error) | Ok(Err(error)) = served {
        eprintln!("xtask: the server stopped: {error}");
        std::process::exit(1);
    }
}

/// Builds now and after each change; `ready` is called once, when the first
/// build has ended either way.
fn keep_building(
    project: &Project,
    shared: &Shared,
    reloader: &Reloader,
    changes: &Receiver<()>,
    ready: impl FnOnce(),
) {
    let mut ready = Some(ready);
    let mut bound = None;
    loop {
        match build(project, &mut bound) {
            Ok(site) => {
                match shared.write() {
                    Ok(mut place) => *place = Some(site),
                    Err(poisoned) => *poisoned.into_inner() = Some(site),
                }
                reloader.reload();
                println!("Built.");
            }
            Err(error) => eprintln!("\nThe build failed; what was served before stays.\n{error:#}"),
        }
        if let Some(ready) = ready.take() {
            ready();
        }
        if changes.recv().is_err() {
            return;
        }
        // One save is several events, and a checkout is many.
        while changes.recv_timeout(Duration::from_millis(150)).is_ok() {}
    }
}

/// The modules bound last, and when cargo had written the app's file.
type Bound = Option<(SystemTime, Module, Ondemand)>;

fn build(project: &Project, bound: &mut Bound) -> Result<Site> {
    let file = wasm::compile_app(project, Profile::Debug)?;
    let written = std::fs::metadata(&file)?.modified()?;
    // What is loaded on demand changes seldom: it is built once a run.
    let (module, second) = match bound.take() {
        Some((known, module, second)) if known == written => (module, second),
        Some((_, _, second)) => (wasm::bind(&file, "app", Profile::Debug)?, second),
        None => {
            let second = ondemand::build(project, Profile::Debug)?;
            (wasm::bind(&file, "app", Profile::Debug)?, second)
        }
    };
    let site = hosted::site(project, &module, &second, Purpose::Develop)?;
    *bound = Some((written, module, second));
    Ok(site)
}

async fn answer(shared: Shared, uri: Uri) -> Response {
    let path = uri.path().trim_start_matches('/');
    let path = if path.is_empty() { "index.html" } else { path };
    let Ok(site) = shared.read() else {
        return (StatusCode::INTERNAL_SERVER_ERROR, "the build broke off").into_response();
    };
    let Some(site) = site.as_ref() else {
        let text = "The first build is not there yet: see the terminal, then reload.";
        return (StatusCode::SERVICE_UNAVAILABLE, text).into_response();
    };
    let Some(content) = site.files.get(path) else {
        return (StatusCode::NOT_FOUND, "not found").into_response();
    };
    let headers = [
        (CONTENT_TYPE, kind(path).to_owned()),
        (CACHE_CONTROL, "no-store".to_owned()),
        (CONTENT_SECURITY_POLICY, site.policy.clone()),
    ];
    (headers, content.clone()).into_response()
}

fn kind(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, extension)| extension) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}
